import type { WalkedLine } from './line-walk.ts'
import type { LineRole } from './message-owner.ts'
import {
  beginsGo,
  beginsGroup,
  beginsPython,
  continuesGo,
  continuesGroup,
  continuesJava,
  continuesRecord,
  indentOf,
  isChained,
  isJavaFrame,
  isRecordPlace,
  isThrown,
} from './trace-shapes.ts'

/** A traceback under way. */
export interface Trace {
  readonly kind: 'python' | 'python-group' | 'java' | 'go' | 'powershell'
  readonly first: number
  last: number
  readonly indent: number
  /** Python only: the exception's own line has come; what follows is another traceback or none of ours. */
  isTold: boolean
  title: string
  /** Its place among the sections, -1 as long as it is too short to be one. */
  place: number
}

const blankLinesInside = 2

/** The traceback that begins with a line; null when none does. `leader`: the line before, if it may be the head. */
export function traceBegunBy(
  line: WalkedLine,
  lineIndex: number,
  leader: Readonly<WalkedLine> | null,
): Trace | null {
  const { text, from, to } = line
  if (beginsPython(text, from, to)) {
    const kind = beginsGroup(text, from) ? 'python-group' : 'python'
    return begin(kind, lineIndex, lineIndex, indentOf(text, from, to), text.slice(from, to))
  }
  if (beginsGo(text, from)) return begin('go', lineIndex, lineIndex, 0, text.slice(from, to))
  const isRecord = leader !== null && isRecordPlace(text, from)
  if (!isRecord && !isJavaFrame(text, from)) return null
  const head = leader ?? line
  const first = leader === null ? lineIndex : lineIndex - 1
  return begin(isRecord ? 'powershell' : 'java', first, lineIndex, 0, head.text.slice(head.from, head.to))
}

function begin(kind: Trace['kind'], first: number, last: number, indent: number, title: string): Trace {
  return { kind, first, last, indent, isTold: false, title, place: -1 }
}

/** Whether the line goes on with `trace`, which is changed accordingly. */
export function traceTakes(trace: Trace, text: string, from: number, to: number, line: number): boolean {
  const takes = takesByKind[trace.kind](trace, text, from, to, line)
  // Blank lines at the end are not its own: `last` moves only with text.
  if (takes && from < to) trace.last = line
  return takes
}

type Takes = (trace: Trace, text: string, from: number, to: number, line: number) => boolean

const takesPython: Takes = (trace, text, from, to, line) => {
  const indent = indentOf(text, from, to)
  if (from + indent === to) return line - trace.last <= blankLinesInside
  if (beginsPython(text, from, to) || isChained(text, from + indent)) {
    trace.isTold = !beginsPython(text, from, to)
    return true
  }
  if (trace.isTold) return false
  if (indent > trace.indent) return true
  // The traceback ends with its exception, which is never indented deeper than its head.
  if (line !== trace.last + 1 || !(isThrown(text, from + indent) || trace.last > trace.first)) return false
  trace.isTold = true
  trace.title = text.slice(from, to)
  return true
}

const takesJava: Takes = (_trace, text, from) => continuesJava(text, from)

const takesGo: Takes = (trace, text, from, to, line) =>
  continuesGo(text, from, to) && line - trace.last <= blankLinesInside

const takesByKind: Readonly<Record<Trace['kind'], Takes>> = {
  python: takesPython,
  'python-group': (_trace, text, from) => continuesGroup(text, from),
  java: takesJava,
  go: takesGo,
  powershell: (_trace, text, from) => continuesRecord(text, from),
}

export function roleOf(trace: Trace | null, line: number): LineRole {
  if (trace === null) return 'none'
  return trace.first === line ? 'head' : 'inside'
}
