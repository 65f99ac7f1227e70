import { jsonRank } from './level-prefix.ts'
import { noRank, type SeverityRank } from './severity-rank.ts'
import { indentOf } from './trace-shapes.ts'

/** How far below its bracket an object's level is looked for, in lines. */
export const objectHeadLines = 10
/** A level's field is short. */
const fieldLength = 80

/** A pretty-printed JSON value under way. */
export interface JsonBlock {
  readonly first: number
  last: number
  /** Of the line with the opening bracket: its closing bracket stands there too. */
  readonly indent: number
  readonly closer: number
  /** The first line is nothing but the bracket, not indented: what follows may be a message of its own. */
  readonly standsAlone: boolean
  /** Of the lines right inside it; 0 as long as there is none. */
  innerIndent: number
  /** What its field says, once it has come. */
  rank: SeverityRank
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
    standsAlone: end === from + 1,
    innerIndent: 0,
    rank: noRank,
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
  if (block.innerIndent === 0) block.innerIndent = indent
  return true
}

/** Whether the line, just taken by `block`, is the field that says how serious it is; kept in `block.rank`. */
export function tellsLevel(block: JsonBlock, text: string, from: number, to: number): boolean {
  const isNear = block.standsAlone && block.last - block.first <= objectHeadLines
  if (!isNear || block.rank !== noRank || indentOf(text, from, to) !== block.innerIndent) return false
  block.rank = jsonRank(text.slice(from, Math.min(to, from + block.innerIndent + fieldLength)))
  return block.rank !== noRank
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end -= 1
  return end
}
