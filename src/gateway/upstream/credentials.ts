import { hideSpellings, spellingsOf } from '../secret-spellings.ts'
import type { Identity } from './upstream.ts'

/** The app's identity at BlueKing. */
export interface AppIdentity {
  readonly appCode: string
  readonly appSecret: string
}

/** The four documented keys, app first: header value on the gateway, body members on ESB (spec 2). */
export function credentialsOf(app: AppIdentity, identity: Identity): Readonly<Record<string, string>> {
  const user =
    identity.by === 'name' ? { bk_username: identity.userName } : { [identity.cookie]: identity.value }
  return { bk_app_code: app.appCode, bk_app_secret: app.appSecret, ...user }
}

/** Credentials as the value of `X-Bkapi-Authorization`. Escaped to ASCII: header values cannot hold more. */
export function authorizationHeader(credentials: Readonly<Record<string, string>>): string {
  const toAscii = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(credentials).replace(/[^\x20-\x7e]/g, toAscii)
}

/** Blanks out secret and ticket in words that may quote the request; a user name is no secret. */
export function redactor(app: AppIdentity, identity: Identity): (words: string) => string {
  const spellings = spellingsOf([app.appSecret, ...(identity.by === 'token' ? [identity.value] : [])])
  return (words) => hideSpellings(words, spellings, '***')
}
