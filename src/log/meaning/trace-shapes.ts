/*
 * What lines of a traceback look like. Patterns are sticky: they are tried where a line (or its text behind the
 * time stamp) begins.
 */

const python = '(most recent call last):'
const javaFrame = /[ \t]+at \S/y
const javaMore = /[ \t]*\.\.\. \d+ (?:more|common frames)|[ \t]*(?:Caused by|Suppressed): |[ \t]+- locked/y
const thrown = /(?:[\w$]+\.)*[A-Z][\w$]*(?:Error|Exception|Throwable|Interrupt|Exit)\b(?=:|[ \t]*$)/my
const chained = /The above exception was the direct cause|During handling of the above exception/y
const goHead = /panic: |fatal error: |goroutine \d+ \[/y
const goLine =
  /\t|goroutine \d+ \[|created by |panic: |\[signal |exit status \d|[\w./*()[\]{}%$·,-]{1,200}\(.*\)[ \t]*$/my

/** Python's groups of exceptions are drawn with bars. */
const groupHead = /[ \t]*\+ Exception Group Traceback/y
const groupLine = /[ \t]*[|+]/y
/** Where PowerShell met an error: `At C:\\run.ps1:3 char:1`; what it ran and what it calls the error follow. */
const recordPlace = /At (?:line|[^\n]{1,300}):\d+ char:\d+|所在位置 [^\n]{1,300}字符: ?\d+/y
const recordLine = /[ \t]*\+ /y

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

export const beginsPython = (text: string, from: number, to: number): boolean =>
  to - from >= python.length && text.startsWith(python, to - python.length)
export const isJavaFrame = (text: string, from: number): boolean => matches(javaFrame, text, from)
export const continuesJava = (text: string, from: number): boolean =>
  matches(javaFrame, text, from) || matches(javaMore, text, from)
export const isThrown = (text: string, from: number): boolean => matches(thrown, text, from)
export const isChained = (text: string, from: number): boolean => matches(chained, text, from)
export const beginsGo = (text: string, from: number): boolean => {
  const code = text.charCodeAt(from)
  return (code === 112 || code === 102 || code === 103) && matches(goHead, text, from)
}
export const beginsGroup = (text: string, from: number): boolean => matches(groupHead, text, from)
export const continuesGroup = (text: string, from: number): boolean => matches(groupLine, text, from)
export const isRecordPlace = (text: string, from: number): boolean => {
  const code = text.charCodeAt(from)
  return (code === 65 || code === 0x6240) && matches(recordPlace, text, from)
}
export const continuesRecord = (text: string, from: number): boolean => matches(recordLine, text, from)
export const continuesGo = (text: string, from: number, to: number): boolean =>
  from === to || matches(goLine, text, from)

/** Blanks before a line's text; all of it for a blank line. */
export function indentOf(text: string, from: number, to: number): number {
  let at = from
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at += 1
  return at - from
}

const dependent = /[ \t\]})]|Caused by: |\.\.\. \d+ more/y

const heading = /={4,}|-{4,}|#{4,}|\*{4,}/y

/** What a line's shape says of its owner: `dependent` lines go on with something, others do so by position only. */
export type LineShape = 'blank' | 'heading' | 'dependent' | 'loose'

export function shapeOf(text: string, from: number, to: number): LineShape {
  if (from + indentOf(text, from, to) === to) return 'blank'
  if (matches(dependent, text, from)) return 'dependent'
  return matches(heading, text, from) ? 'heading' : 'loose'
}
