/**
 * Who is calling: the part both doors share. Any app code and secret are good except the secret `wrong`; a user ticket
 * (`bk_token`, `bk_ticket`, `access_token`) IS the user's name, and the ticket `expired` has expired.
 */
import { isObject } from './call.ts'

export type Identity = { readonly appCode: string; readonly user: string }

/** Why the caller is refused, before a door puts it into its own words. */
export type Refusal = 'no-app-code' | 'no-app-secret' | 'wrong-app-secret' | 'no-user'

const TICKETS = ['bk_token', 'bk_ticket', 'access_token', 'bk_access_token', 'bk_username'] as const

/** Reads credentials from the header's object, a query or a JSON body. */
export function identify(source: unknown): Identity | Refusal {
  const given = isObject(source) ? source : {}
  const user = firstText(given, TICKETS)
  const appCode = firstText(given, ['bk_app_code', 'app_code'])
  const secret = firstText(given, ['bk_app_secret', 'app_secret'])
  // An access token names app and user at once (bk-job A.1), so it may stand alone.
  const isTokenAlone = appCode === null && firstText(given, ['access_token']) !== null
  if (appCode === null && !isTokenAlone) return 'no-app-code'
  if (secret === null && !isTokenAlone) return 'no-app-secret'
  if (secret === 'wrong') return 'wrong-app-secret'
  if (user === null || user === 'expired') return 'no-user'
  return { appCode: appCode ?? 'access-token', user }
}

function firstText(given: Readonly<Record<string, unknown>>, keys: readonly string[]): string | null {
  const found = keys.map((key) => given[key]).find((value) => typeof value === 'string' && value !== '')
  return typeof found === 'string' ? found : null
}
