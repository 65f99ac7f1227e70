import { indentOf } from './trace-shapes.ts'

/** A pretty-printed JSON value under way. */
export interface JsonBlock {
  readonly first: number
  last: number
  /** Of the line with the opening bracket: its closing bracket stands there too. */
  readonly indent: number
  readonly closer: number
  readonly title: string
  /** Its place among the sections, -1 as long as it is too short to be one. */
  place: number
  isClosed: boolean
}

const braceOpen = 123
const bracketOpen = 91
const inside = /[ \t]*(?:["{}[\]\-\d]|true\b|false\b|null\b)/y

/** The JSON value whose first line this is; null when it is none. */
export function jsonBegunBy(text: string, from: number, to: number, line: number): JsonBlock | null {
  const end = trimmedEnd(text, from, to)
  const code = end > from ? text.charCodeAt(end - 1) : 0
  if (code !== braceOpen && code !== bracketOpen) return null
  const before = end - 1 > from ? text.charAt(end - 2) : ''
  if (before !== '' && !' \t:：=('.includes(before)) return null
  const title = text.slice(from, end)
  return {
    first: line,
    last: line,
    indent: indentOf(text, from, to),
    closer: code + 2,
    title,
    place: -1,
    isClosed: false,
  }
}

/** Whether the line goes on with `block`, which is changed accordingly. */
export function jsonTakes(block: JsonBlock, text: string, from: number, to: number, line: number): boolean {
  if (block.isClosed) return false
  inside.lastIndex = from
  if (!inside.test(text)) return false
  const indent = indentOf(text, from, to)
  const isCloser = text.charCodeAt(from + indent) === block.closer
  if (indent < block.indent || (indent === block.indent && !isCloser)) return false
  block.last = line
  block.isClosed = indent === block.indent
  return true
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end -= 1
  return end
}
