import { kindIn, type LineReading, lineKinds, textOffsetIn } from './read-line.ts'

/** A line, or a part of one, that opens or closes a section. `tag` pairs them. */
export interface FoldMark {
  readonly opens: boolean
  readonly tag: string
  readonly kind: 'group' | 'collected-logs'
  readonly title: string
}

const longestTitle = 200
const collected = /(?:\[collect\] )?\*{3,} ?(Begin|End) of collected logs ?:? ?\*{3,}/y
const pipeline = /(?:##\[|::)(group|endgroup)(?: [^:\n]{0,200})?(?:\]|::)([^\n]*)/y
const gitLab =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
  /(?:\d\d[OE]\+? )?(?:\u001b\[0K)*section_(start|end):\d+:([\w.-]{1,200})(?:\[[^\]\n]{0,300}\])?/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const controls = /\u001b\[[0-?]*[ -/]*[@-~]|[\u0000-\u001f\u007f]/g
const gitLabStart = 'section_'
/** Openings on one line; a hostile line could have thousands. */
const marksPerLine = 8

/** A text as a title: no escapes or controls, not endless. */
export function titleOf(text: string): string {
  return text
    .slice(0, longestTitle * 4)
    .replace(controls, '')
    .trim()
    .slice(0, longestTitle)
}

const noMarks: readonly FoldMark[] = []

/** The fold marks of a line, in order; nearly always none. */
export function foldMarks(text: string, from: number, to: number, reading: LineReading): readonly FoldMark[] {
  const at = from + textOffsetIn(reading)
  const code = text.charCodeAt(at)
  if (code === 42 || code === 91) return collectedMark(text, from, at, to, reading)
  if (code === 35 || code === 58)
    return kindIn(reading) === lineKinds.marker ? pipelineMark(text, at) : noMarks
  const maybeGitLab = code === 115 || code === 27 || (code === 48 && at > from)
  return maybeGitLab && text.slice(at, Math.min(to, at + 24)).includes(gitLabStart)
    ? gitLabMarks(text, at, to)
    : noMarks
}

function collectedMark(
  text: string,
  from: number,
  at: number,
  to: number,
  reading: LineReading,
): readonly FoldMark[] {
  collected.lastIndex = at
  const word = collected.exec(text)?.[1]
  if (word !== undefined)
    return [{ opens: word === 'Begin', tag: 'collected', kind: 'collected-logs', title: '' }]
  // `[DEBUG] text` is log4j's and Maven's; the fold mark stands alone or behind node-man's prefix.
  const isAlone =
    text.slice(at, to).trimEnd() === '[DEBUG]' && (at === from || kindIn(reading) === lineKinds.nodeMan)
  if (isAlone) return [{ opens: true, tag: 'debug', kind: 'collected-logs', title: '' }]
  return text.startsWith('[DEBUGEND]', at)
    ? [{ opens: false, tag: 'debug', kind: 'collected-logs', title: '' }]
    : noMarks
}

function pipelineMark(text: string, at: number): readonly FoldMark[] {
  pipeline.lastIndex = at
  const match = pipeline.exec(text)
  if (match === null) return noMarks
  return [{ opens: match[1] === 'group', tag: 'pipeline', kind: 'group', title: titleOf(match[2] ?? '') }]
}

function gitLabMarks(text: string, from: number, to: number): readonly FoldMark[] {
  const marks: FoldMark[] = []
  const line = text.slice(from, to)
  let at = 0
  while (marks.length < marksPerLine) {
    gitLab.lastIndex = at
    const match = gitLab.exec(line)
    if (match === null) break
    const next = line.indexOf(gitLabStart, gitLab.lastIndex)
    const rest = line.slice(gitLab.lastIndex, next === -1 ? line.length : next)
    const name = match[2] ?? ''
    marks.push({
      opens: match[1] === 'start',
      tag: `gitlab ${name}`,
      kind: 'group',
      title: titleOf(rest) || name,
    })
    if (next === -1) break
    at = next
  }
  return marks
}
