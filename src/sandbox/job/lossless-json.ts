/** What an answer is built of. A bigint is a long and leaves as a bare number; a function is a list made while it is sent. */
export type Json =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly Json[]
  | (() => Iterable<Json>)
  | { readonly [field: string]: Json }

/** Whether fields without a value are written as explicit nulls (v3, ESB) or dropped (v4), see bk-job A.2. */
export type NullRule = 'keep' | 'drop'

const quote = 34
const backslash = 92
const longestExactInteger = 15

/** `JSON.parse` with one difference: an integer of more than 15 digits arrives as its decimal string. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  return JSON.parse(quoteLongIntegers(text))
}

function quoteLongIntegers(text: string): string {
  let out = ''
  let from = 0
  let index = 0
  while (index < text.length) {
    const code = text.charCodeAt(index)
    if (code === quote) index = endOfString(text, index)
    else if (code < 48 || code > 57) index++
    else {
      const end = endOfNumber(text, index)
      const start = text[index - 1] === '-' ? index - 1 : index
      if (isLongInteger(text, index, end)) {
        out += `${text.slice(from, start)}"${text.slice(start, end)}"`
        from = end
      }
      index = end
    }
  }
  return out + text.slice(from)
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text.charCodeAt(index) !== quote) {
    index += text.charCodeAt(index) === backslash ? 2 : 1
  }
  return index + 1
}

function endOfNumber(text: string, start: number): number {
  let index = start
  while (index < text.length && '0123456789.eE+-'.includes(text.charAt(index))) index++
  return index
}

function isLongInteger(text: string, start: number, end: number): boolean {
  return end - start > longestExactInteger && /^\d+$/.test(text.slice(start, end))
}

/** The text of one value; lists made on the fly are made here and now. */
export function writeJson(value: Json, nulls: NullRule): string {
  if (typeof value === 'function') return writeJson([...value()], nulls)
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object') return String(value)
  return (nulls === 'keep' ? nativeJson(value) : null) ?? writeByHand(value, nulls)
}

// The engine's own writer is several times faster, but it refuses longs: it writes whatever holds none.
function nativeJson(value: object): string | null {
  try {
    return JSON.stringify(value)
  } catch {
    return null
  }
}

function writeByHand(value: readonly Json[] | { readonly [field: string]: Json }, nulls: NullRule): string {
  if (isList(value)) return `[${value.map((item) => writeJson(item, nulls)).join(',')}]`
  return writeFields(value, nulls)
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}

function writeFields(fields: { readonly [field: string]: Json }, nulls: NullRule): string {
  let out = ''
  for (const name in fields) {
    const value = fields[name]
    if (isDropped(value, nulls)) continue
    out += `${out === '' ? '' : ','}${JSON.stringify(name)}:${writeJson(value, nulls)}`
  }
  return `{${out}}`
}

function isDropped(value: Json, nulls: NullRule): boolean {
  return value === undefined || (value === null && nulls === 'drop')
}

/**
 * The text of one value in pieces, so that 500 logs of 200 KB are never in memory together.
 * Lists made on the fly are honoured below objects only, which is where answers have them.
 */
export function* jsonPieces(value: Json, nulls: NullRule): Generator<string> {
  if (typeof value === 'function') yield* listPieces(value(), nulls)
  else if (value === null || typeof value !== 'object' || isList(value)) yield writeJson(value, nulls)
  else yield* fieldPieces(value, nulls)
}

function* listPieces(items: Iterable<Json>, nulls: NullRule): Generator<string> {
  let lead = '['
  for (const item of items) {
    yield lead + writeJson(item, nulls)
    lead = ','
  }
  yield lead === '[' ? '[]' : ']'
}

function* fieldPieces(fields: { readonly [field: string]: Json }, nulls: NullRule): Generator<string> {
  let lead = '{'
  for (const name in fields) {
    const value = fields[name]
    if (isDropped(value, nulls)) continue
    yield `${lead}${JSON.stringify(name)}:`
    yield* jsonPieces(value, nulls)
    lead = ','
  }
  yield lead === '{' ? '{}' : '}'
}
