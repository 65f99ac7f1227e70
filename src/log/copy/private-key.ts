import { matchAt, type PrivateKeyState, type Secret, type SecretState, type Span } from './secret.ts'

/** PEM, OpenPGP, and the part of PuTTY's own form (`.ppk`) that is secret. */
const beginning =
  /-----BEGIN (?:[A-Z0-9]{1,16} ){0,4}PRIVATE KEY(?: BLOCK)?-----|Private-Lines: {0,4}\d{1,4}/y
const ending = /-----END|Private-(?:MAC|Hash):/
/** Where the text of a key ends that stands on one line. */
const endOfRun = /[^0-9A-Za-z+/=\\ \t,:-]|-----/g
const keyText = /^["']?[0-9A-Za-z+/]+={0,2}(?:\\[nr])*["',]*[ \t]*[+\\]?\s*$/
const header = /(?:^|\s)[A-Z][A-Za-z-]{2,20}: \S/
const shortestUnits = 16
const lastWordUnits = 40

/**
 * Looks at what may be a private key's first line, or all of a key in a string (`\\n` between its lines), at `at`.
 * Answers what of the line is secret; when nothing is, and a key begins, its other lines are to follow.
 */
export function readKeyBeginning(line: string, at: number, state: SecretState): Span | null {
  const found = matchAt(beginning, line, at)
  if (found === null) return null
  const start = at + found[0].length
  endOfRun.lastIndex = start
  const end = endOfRun.exec(line)?.index ?? line.length
  if (end - start >= shortestUnits) return { start, end }
  // A line of Windows ends in `\r`.
  if (line.slice(end).trim() === '') {
    state.privateKey = { indent: at, isCounted: false, fullUnits: 0, isEnding: false }
  }
  return null
}

/** Goes on inside a key at the beginning of a line; answers where the first line begins that is none of its. */
export function readKeyLines(text: string, from: number, state: SecretState, secrets: Secret[]): number {
  let lineStart = from
  while (lineStart < text.length && state.privateKey !== null) {
    const newline = text.indexOf('\n', lineStart)
    const lineEnd = newline === -1 ? text.length : newline
    const line = text.slice(lineStart, lineEnd)
    const isOver = ending.test(line)
    const start = isOver ? -1 : bodyStart(line, state.privateKey)
    if (start === -1) {
      if (isOver || !isHeader(line, state.privateKey)) {
        state.privateKey = null
        return lineStart
      }
    } else secrets.push(takeLine(state.privateKey, lineStart + start, lineStart + line.trimEnd().length))
    lineStart = lineEnd + 1
  }
  return Math.min(lineStart, text.length)
}

/** Empty, or a header such as `DEK-Info: …`. */
function isHeader(line: string, { indent }: PrivateKeyState): boolean {
  return line.trim() === '' || line.slice(indent).trim() === '' || header.test(line.slice(0, 200))
}

function takeLine(key: PrivateKeyState, start: number, end: number): Secret {
  const isCounted = !key.isCounted
  key.isCounted = true
  // Any width may have been chosen; the first line has it.
  key.fullUnits ||= end - start
  key.isEnding = end - start < key.fullUnits
  return { start, end, isCounted }
}

/** Where in a line the key's text begins: loggers put a prefix before each line. -1 when there is none. */
function bodyStart(line: string, key: PrivateKeyState): number {
  if (key.isEnding) return -1
  const least = key.isCounted ? 1 : shortestUnits
  const indent = line.length - line.trimStart().length
  for (const start of [indent, key.indent]) {
    const body = line.slice(start)
    if (body.trimEnd().length >= least && keyText.test(body)) return start
  }
  const lastWord = line.trimEnd().lastIndexOf(' ') + 1
  const leastWord = key.isCounted ? shortestUnits : lastWordUnits
  return line.trimEnd().length - lastWord >= leastWord && keyText.test(line.slice(lastWord)) ? lastWord : -1
}
