import { matchAt, type Span } from './secret.ts'
import { isHarmless, quoteAt, readBare, readQuoted } from './secret-value.ts'

/** Parts of names that go on after the telling word: `secret_key`, `tokenId`, `password2`. */
const nameEnd =
  /(?:[_-]?(?:access|id|key|secret|token|value|text|string|hash|password|pwd|\d{1,4})){0,3}(?!\w)/iy
const separator =
  /\\{0,8}["'`]?[ \t]{0,64}(?:[为是][ \t]{0,4})?(?:=>|:=|={1,3}|[:：]|>|\((?=["']))[ \t]{0,64}|[为是](?=[!-~])/y
const passwordName = /^(?:pass(?:w|p|c)|pwd|密码|口令)/i
const workingDirectory = /^(?:[/~.]|[a-z]:[\\/])/i
const flagBefore = /(?:^|[\s"'`])--?[\w-]*$/
const blanks = /[ \t]{1,64}(?!-)/y

/**
 * The value of a name such as `password`, `bk_token`, `X-Api-Key` at `start` to `end`: with `=`, `:`, in JSON
 * (also inside a string), in XML, or after a `--flag`.
 */
export function readKeyValue(text: string, start: number, end: number): Span | null {
  const name = text.slice(start, end)
  if (/^token$/i.test(name) && /unexpected $/i.test(text.slice(Math.max(0, start - 11), start))) return null
  const nameMatch = matchAt(nameEnd, text, end)
  if (nameMatch === null) return null
  const afterName = end + nameMatch[0].length
  const found = matchAt(separator, text, afterName)
  if (found === null) return readFlagValue(text, start, afterName)
  const value = readAfter(text, afterName + found[0].length, found[0])
  return value === null || isHarmlessFor(name, text.slice(value.start, value.end)) ? null : value
}

function readAfter(text: string, at: number, separatorText: string): Span | null {
  if (separatorText.endsWith('>') && !separatorText.endsWith('=>')) return readElement(text, at)
  const start = text[at] === '[' && text[at + 1] !== ']' ? at + 1 : at
  const quote = quoteAt(text, start)
  if (quote !== '') return readQuoted(text, start + quote.length, quote)
  return readBare(text, start)
}

const elementText = /[^<>\s]+(?=<\/)/y

function readElement(text: string, at: number): Span | null {
  const found = matchAt(elementText, text, at)
  return found === null ? null : { start: at, end: at + found[0].length }
}

/** `--password hunter2`. */
function readFlagValue(text: string, nameStart: number, nameEndAt: number): Span | null {
  if (!flagBefore.test(text.slice(Math.max(0, nameStart - 40), nameStart))) return null
  const gap = matchAt(blanks, text, nameEndAt)
  if (gap === null) return null
  const at = nameEndAt + gap[0].length
  const quote = quoteAt(text, at)
  const value = quote === '' ? readBare(text, at) : readQuoted(text, at + quote.length, quote)
  return isHarmless(text.slice(value.start, Math.min(value.end, value.start + 80))) ? null : value
}

/** A short number is a password, but as a token it is a count; `pwd=/data` is where a script runs. */
function isHarmlessFor(name: string, value: string): boolean {
  if (isHarmless(value) || /^[{([]+$/.test(value) || value.startsWith('//')) return true
  if (/^pwd$/i.test(name) && workingDirectory.test(value)) return true
  // "Token: Token {" is how programs print what they parse.
  return !passwordName.test(name) && (/^\d{1,4}$/.test(value) || value.toLowerCase() === name.toLowerCase())
}
