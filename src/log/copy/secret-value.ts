import type { Span } from './secret.ts'

/*
 * Values are read with simple searches for the next character that matters. A pattern with a repeated group would
 * overflow the stack on a value of megabytes.
 */

/** Nothing longer can be a word that only says how a secret is doing. */
const wordUnits = 64

const masked =
  /[*•●]{3}|^[x.•*●#-]{3,}$|^[<[({]*(?:redacted|masked|hidden|filtered|removed|secret|omitted)\b/i
// What a shell, a template or a help text puts where the value will be.
const reference = /^(?:\$(?:\w+|[({].*)|%\w+%|%[sdvq]|\{\{.*|#\{.*|<[^<>]*>|@[A-Z_]+@|\$\$|\\?\$\{?\w+\}?)$/s
// "token expired" has no separator; these do ("token: expired", "using password: YES").
const saying =
  /^(?:true|false|null|none|nil|undefined|yes|no|on|off|ok|empty|blank|expired|expires|invalid|valid|missing|required|optional|changed|unchanged|updated|incorrect|correct|wrong|not|is|has|was|are|will|must|should|cannot|can't|the|and|or|for|from|to|by|of|in|failed|failure|fail|error|errors|success|succeeded|succeed|set|unset|unknown|n\/a|string|str|text|int|bool|boolean|object|number|function|prompt|disabled|enabled|found|created|deleted|rejected|denied|accepted|unexpected|mismatch|mismatched|ignored|default|loaded|reading|using|refreshed|generated|verified|解析.*|空|无|否|是|错误.*|不.*|无效.*|过期.*|已.*|未.*|正确.*|必填.*|成功.*|失败.*|为空.*)[.!,:;?。！]*$/i

/** Not a secret, though it stands where one could: hidden already, a variable, or a word about the secret. */
export function isHarmless(value: string): boolean {
  if (value.length > wordUnits) return false
  return value === '' || masked.test(value) || reference.test(value) || saying.test(value)
}

/** The same for values that follow a flag, where no sentence is to be expected. */
export function isPlaceholder(value: string): boolean {
  return value.length <= wordUnits && (value === '' || masked.test(value) || reference.test(value))
}

const opener = /\\*["'`]/y

/** The opening quote at `at`, with the backslashes before it when the text is a string inside a string; or ''. */
export function quoteAt(text: string, at: number): string {
  opener.lastIndex = at
  return opener.exec(text)?.[0] ?? ''
}

/** What stands between the quote before `at` and its partner; to the end of the line when there is none. */
export function readQuoted(text: string, at: number, quote: string): Span {
  const mark = quote.at(-1) ?? ''
  const depth = quote.length - 1
  let from = at
  for (;;) {
    const found = nextOf(text, mark, from)
    if (text[found] !== mark) return { start: at, end: found }
    const backslashCount = countBackslashes(text, found, at)
    if (backslashCount === depth || (depth === 0 && backslashCount % 2 === 0)) {
      return { start: at, end: found - depth }
    }
    from = found + 1
  }
}

const breaks = { '"': /["\n]/g, "'": /['\n]/g, '`': /[`\n]/g }

function nextOf(text: string, mark: string, from: number): number {
  const pattern = mark === '"' || mark === "'" ? breaks[mark] : breaks['`']
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

/** Never back beyond `limit`: a run of backslashes is counted once. */
function countBackslashes(text: string, end: number, limit: number): number {
  let start = end
  while (start > limit && text[start - 1] === '\\') start -= 1
  return end - start
}

const wordBreak = /[\s"'`\0]/g

/** A word of a command line: to the next blank or quote. */
export function readWord(text: string, at: number): Span {
  wordBreak.lastIndex = at
  return { start: at, end: wordBreak.exec(text)?.index ?? text.length }
}

const valueBreak = /[\s"'`<>\0，。；、,;&|\\]/g
/** After a comma: the end of the value if this follows, a part of it otherwise. */
const afterSeparator = /[,;&|](?:\s|$|["'{[]|[\w.-]{1,40}["']?\s?[=:])/y
const beforeQuote = /\\+["'`]/y

/** A value without quotes: to the next blank, quote, angle, or a separator that something else follows. */
export function readBare(text: string, at: number): Span {
  let from = at
  for (;;) {
    valueBreak.lastIndex = from
    const found = valueBreak.exec(text)?.index ?? text.length
    if (!continues(text, found)) return { start: at, end: withoutClosers(text, at, found) }
    from = found + 1
  }
}

function continues(text: string, at: number): boolean {
  const character = text[at] ?? ''
  const isOver = character === '\\' ? beforeQuote : afterSeparator
  if (!',;&|\\'.includes(character) || character === '') return false
  isOver.lastIndex = at
  return !isOver.test(text)
}

/** Brackets at the end that were opened before the value. */
function withoutClosers(text: string, start: number, end: number): number {
  let kept = end
  while (kept > start && ')]},;'.includes(text[kept - 1] ?? ' ')) kept -= 1
  if (kept === end || kept === start) return kept
  const value = text.slice(start, Math.min(kept, start + wordUnits))
  return value.includes('(') || value.includes('[') || value.includes('{') ? end : kept
}
