import { matchAt, type Span } from './secret.ts'
import { isHarmless, quoteAt, readBare, readQuoted } from './secret-value.ts'

/* Secrets that are known by their own looks, or by the one place they stand in. */

const known: readonly RegExp[] = [
  /(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])/y,
  /AKID[0-9A-Za-z]{20,60}(?![0-9A-Za-z])/y,
  /LTAI[0-9A-Za-z]{12,30}(?![0-9A-Za-z])/y,
  /gh[pousr]_[0-9A-Za-z]{20,}/y,
  /github_pat_\w{20,}/y,
  /gl(?:pat|ptt|dt|rt|ft|cbt|oas|soat|agent|imt)-[\w-]{16,}(?:\.[\w-]+)*/y,
  /xox[a-z]-[\w-]{10,}/y,
  /xapp-[\w-]{16,}/y,
]

/** Access keys of clouds and tokens of GitHub, GitLab and Slack. */
export function readKnownToken(text: string, at: number): Span | null {
  if (/\w/.test(text[at - 1] ?? '')) return null
  for (const pattern of known) {
    const found = matchAt(pattern, text, at)
    if (found !== null) return { start: at, end: at + found[0].length }
  }
  return null
}

const neighbor =
  /[\s"',:;|=/\\]{1,12}(?:[\w-]{1,24}["']?[ \t]?[=:][ \t]?["']?)?([0-9A-Za-z+/]{30,48}={0,2})(?![\w+/])/y

/** The secret key beside a cloud's access key. */
export function readKeyBeside(text: string, accessKey: Span): Span | null {
  const found = matchAt(neighbor, text, accessKey.end)
  const key = found?.[1] ?? ''
  if (!/\d/.test(key) || !/[a-z]/.test(key) || !/[A-Z]/.test(key)) return null
  const end = accessKey.end + (found?.[0].length ?? 0)
  return { start: end - key.length, end }
}

const webToken = /eyJ[\w-]{7,}\.[\w-]{10,}(?:\.[\w-]*){0,3}/y

/** A JSON Web Token, signed or encrypted. */
export function readWebToken(text: string, at: number): Span | null {
  // Only where a run of such characters begins: each run is read once.
  if (/[\w-]/.test(text[at - 1] ?? '')) return null
  const found = matchAt(webToken, text, at)
  return found === null ? null : { start: at, end: at + found[0].length }
}

const authority = /[!$-.0-;=@-[\]^_a-~]*/y

/** The password in `https://user:password@host` after the `//`; a token that stands there alone. */
export function readUrlPassword(text: string, at: number): Span | null {
  const run = matchAt(authority, text, at)?.[0] ?? ''
  const host = run.lastIndexOf('@')
  if (host <= 0) return null
  const colon = run.indexOf(':')
  if (colon === -1 || colon > host) {
    const user = run.slice(0, host)
    return user.length >= 20 && /\d/.test(user) ? { start: at, end: at + host } : null
  }
  const password = run.slice(colon + 1, host)
  // "http://10.0.0.1:8080,admin@example.com" is two things.
  if (isHarmless(password) || /^\d{1,5}[,;]/.test(password)) return null
  return { start: at + colon + 1, end: at + host }
}

const headerStart = /\\{0,8}["'`]?[ \t]{0,16}[:=：][ \t]{0,16}\[?(?:\\{0,8}["'`])?/y
const scheme = /(?:basic|bearer|token|apikey|key|negotiate|ntlm)[ \t]+/iy
const signature = /[\w-]*(?:hmac|sha256|oauth|digest)[\w-]*[ \t]+/iy
const restOfHeader = /[^"'`\n]*/y
const credential = /[^\s"'`,;\]})\\]+/y

/** What an `Authorization` header carries; its scheme stays. A JSON object in it is left to the other rules. */
export function readAuthorization(text: string, at: number): Span | null {
  const head = matchAt(headerStart, text, at)
  if (head === null) return null
  const start = at + head[0].length
  const signed = matchAt(signature, text, start)
  const named = matchAt(scheme, text, start)
  const from = start + (signed ?? named ?? [''])[0].length
  if (text[from] === '{') return null
  const found = matchAt(signed === null ? credential : restOfHeader, text, from)?.[0] ?? ''
  return isHarmless(found) || /^(?:basic|bearer)$/i.test(found)
    ? null
    : { start: from, end: from + found.length }
}

const bearerToken = /[\w.~+/-]{16,}=*/y

/** `Bearer …` somewhere else. */
export function readBearer(text: string, at: number): Span | null {
  const found = matchAt(bearerToken, text, at)
  return found === null || !/\d/.test(found[0]) ? null : { start: at, end: at + found[0].length }
}

/** A value without a name: after `IDENTIFIED BY`, or a webhook's `key=`. */
export function readValue(text: string, at: number): Span | null {
  const quote = quoteAt(text, at)
  const value = quote === '' ? readBare(text, at) : readQuoted(text, at + quote.length, quote)
  return isHarmless(text.slice(value.start, Math.min(value.end, value.start + 80))) ? null : value
}
