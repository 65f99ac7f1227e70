import { createHash } from 'node:crypto'
import type { Config } from './config.ts'
import type { Language } from './own-words.ts'
import { ProblemError } from './problem-error.ts'
import type { Identity } from './upstream/upstream.ts'

/** The user of the sandbox when nobody signed in anywhere. */
const demoUser: Identity = { by: 'name', userName: 'demo' }

/**
 * Who asks `system`: the fixed user of JOBLENS_ACT_AS, else the value of the user's BlueKing cookie. Nothing else
 * of the browser's request goes upstream. Throws `not-signed-in` without a cookie; the sandbox then has a demo user.
 */
export function identify(request: Request, config: Config, system: 'job' | 'nodeMan'): Identity {
  if (config.actAs !== null) return { by: 'name', userName: config.actAs }
  const value = readCookie(request.headers.get('cookie') ?? '', config.userCookie)
  if (value !== null) return { by: 'token', cookie: config.userCookie, value }
  if (config[system]?.sandbox === true) return demoUser
  throw new ProblemError({
    kind: 'not-signed-in',
    message: `Not signed in to BlueKing: the browser sent no usable ${config.userCookie} cookie`,
    loginUrl: config.links.login,
  })
}

/** Tells users apart in logs without naming them: the token must not be found there. */
export function userHash(identity: Identity): string {
  const name = identity.by === 'name' ? identity.userName : identity.value
  return createHash('sha256').update(`joblens:${identity.by}:${name}`).digest('hex').slice(0, 12)
}

/**
 * The language upstream messages should be in: what the app shows (`x-joblens-language`), BlueKing's own cookie,
 * then the browser's first choice.
 */
export function languageOf(request: Request): Language {
  const chosen =
    request.headers.get('x-joblens-language') ??
    readCookie(request.headers.get('cookie') ?? '', 'blueking_language') ??
    request.headers.get('accept-language') ??
    'en'
  return /^\s*zh/i.test(chosen) ? 'zh-cn' : 'en'
}

/** One cookie as the browser sent it; null when none of that name is fit for a header (tokens are ASCII). */
export function readCookie(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue
    const value = pair
      .slice(equals + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1')
    if (/^[\x21-\x7e]{1,4096}$/.test(value)) return value
  }
  return null
}
