import { nextEscape, withoutEscapes } from './escapes.ts'
import { jsonRank, klogRank, levelAtStart, levelBehind, priorityRank } from './level-prefix.ts'
import { letterRank } from './level-words.ts'
import {
  debugRank,
  errorRank,
  infoRank,
  noRank,
  type SeverityRank,
  successRank,
  warningRank,
} from './severity-rank.ts'
import { isCommand } from './shown-lines.ts'
import { stampEnd } from './time-stamps.ts'
import { troubleRank } from './trouble-words.ts'

/**
 * What kind of message a line begins. `plain` lines may belong to the message before them; the others never do.
 * `level`: only a level (`ERROR: …`). `stamped`: a time stamp. `node-man`: its exact grammar. `marker`: of the
 * job platform or a pipeline; no lines belong to it. `object`: JSON; on one line it is complete.
 */
export const lineKinds = { plain: 0, level: 1, stamped: 2, nodeMan: 3, marker: 4, object: 5 } as const

/** What one line says by itself, packed: rank in bits 0–2, kind in bits 3–5, whether it has a time stamp in bit 6,
 * where its text begins behind all that in the rest. */
export type LineReading = number

export const rankIn = (reading: LineReading): SeverityRank => reading & 7
export const kindIn = (reading: LineReading): number => (reading >> 3) & 7
export const isStamped = (reading: LineReading): boolean => (reading & 64) !== 0
export const textOffsetIn = (reading: LineReading): number => reading >> 7

const offsetMask = 127

function pack(rank: SeverityRank, kind: number, stamped: boolean, textOffset: number): LineReading {
  return rank | (kind << 3) | (stamped ? 64 : 0) | (textOffset << 7)
}

const nodeManLevel = / (INFO|WARNING|ERROR|DEBUG|PRIMARY|CRITICAL)\] ?/y
const marker = /(?:\]?\[PID:\d+\] )?job_(start\b|success(?=:\[|$)|fail(?=:\[|$))/my
const markerStarts = 'j[]#:'
const pipelineCommand = /(?:##|::)\[?(error|warning|notice|debug|group|endgroup|section|command)\b/y
const azureIssue = /##vso\[task\.logissue type=(error|warning)/y

/** Reads the line between `from` and `to`, without line break, of a text that may hold many. */
export function readLine(text: string, from: number, to: number): LineReading {
  if (nextEscape(text, from) >= to) return readPlain(text, from, to, true)
  const reading = readPlain(text, from, to, false)
  if (rankIn(reading) !== noRank) return reading
  const stripped = withoutEscapes(text.slice(from, to))
  // Where the text begins was counted without the escapes: of no use to those who have them.
  return readPlain(stripped, 0, stripped.length, true) & offsetMask
}

/** `withWords`: where no level is found, words tell. */
function readPlain(text: string, from: number, to: number, withWords: boolean): LineReading {
  const code = text.charCodeAt(from)
  if (from >= to || code === 32 || code === 9)
    return pack(withWords ? troubleRank(text, from, to) : noRank, lineKinds.plain, false, 0)
  if (code === 123) return readJson(text, from, to, withWords)
  const end = stampEnd(text, from)
  return end > 0 && end <= to
    ? readStamped(text, from, end, to, withWords)
    : readUnstamped(text, from, to, withWords)
}

function readJson(text: string, from: number, to: number, withWords: boolean): LineReading {
  if (to - from < 3) return pack(noRank, lineKinds.plain, false, 0)
  const line = text.slice(from, to)
  const rank = jsonRank(line)
  const isTimed = /"(?:time|ts|timestamp|@timestamp)"/.test(line)
  if (rank !== noRank) return pack(rank, lineKinds.object, isTimed, 0)
  const told = withWords ? troubleRank(text, from, to) : noRank
  // Whole and with a time of its own (Docker's files, access logs) it goes on with nothing.
  return isTimed && /\}\s*$/.test(line)
    ? pack(told, lineKinds.object, true, 0)
    : pack(told, lineKinds.plain, false, 0)
}

function readStamped(text: string, from: number, end: number, to: number, withWords: boolean): LineReading {
  nodeManLevel.lastIndex = end
  if (text.charCodeAt(from) === 91 && nodeManLevel.test(text)) {
    return pack(levelBehind(text, end, to), lineKinds.nodeMan, true, nodeManLevel.lastIndex - from)
  }
  const start = textStart(text, end, to)
  const marked = readMarker(text, text.charCodeAt(end) === 93 ? end : start, start - from, true)
  if (marked !== null) return marked
  const level = leadingRank(text, from) || levelBehind(text, end, to)
  const isAskedFor = level >= warningRank && isCommand(text, start)
  const rank = isAskedFor ? noRank : level || (withWords ? troubleRank(text, start, to) : noRank)
  return pack(rank, lineKinds.stamped, true, start - from)
}

/** A level that stands before the stamp: klog's or Tornado's letter, syslog's priority. */
function leadingRank(text: string, from: number): SeverityRank {
  const code = text.charCodeAt(from)
  if (code === 60) return priorityRank(text, from)
  if (code === 91) return text.charCodeAt(from + 2) === 32 ? letterRank(text.charAt(from + 1)) : noRank
  return code >= 65 && code <= 90 ? klogRank(text, from) : noRank
}

/** Behind the stamp's bracket, comma, quote or blank. */
function textStart(text: string, end: number, to: number): number {
  let at = end
  while (at < to && ' ]"\''.includes(text.charAt(at))) at += 1
  return at
}

/** A marker of the job platform or a command to a pipeline at `at`. */
function readMarker(text: string, at: number, textOffset: number, stamped: boolean): LineReading | null {
  if (!markerStarts.includes(text.charAt(at))) return null
  marker.lastIndex = at
  const word = marker.exec(text)?.[1]
  if (word !== undefined) return pack(markerRank(word), lineKinds.marker, stamped, textOffset)
  const command = commandAt(text, at)
  return command === undefined ? null : pack(commandRank(command), lineKinds.marker, stamped, textOffset)
}

function commandAt(text: string, at: number): string | undefined {
  const code = text.charCodeAt(at)
  if (code !== 35 && code !== 58) return undefined
  pipelineCommand.lastIndex = at
  azureIssue.lastIndex = at
  return pipelineCommand.exec(text)?.[1] ?? azureIssue.exec(text)?.[1]
}

function markerRank(word: string): SeverityRank {
  if (word === 'fail') return errorRank
  return word === 'success' ? successRank : infoRank
}

function commandRank(command: string): SeverityRank {
  if (command === 'error') return errorRank
  if (command === 'warning') return warningRank
  return command === 'debug' ? debugRank : command === 'notice' ? infoRank : noRank
}

function readUnstamped(text: string, from: number, to: number, withWords: boolean): LineReading {
  const marked = readMarker(text, from, 0, false)
  if (marked !== null) return marked
  const byPriority = text.charCodeAt(from) === 60 ? priorityRank(text, from) : noRank
  if (byPriority !== noRank) return pack(byPriority, lineKinds.stamped, false, 0)
  const first = levelAtStart(text, from)
  if (first !== noRank && !(first >= warningRank && isDenied(text, from, to)))
    return pack(first === successRank ? worstOf(text, from, to) : first, lineKinds.level, false, 0)
  return pack(withWords ? troubleRank(text, from, to) : noRank, lineKinds.plain, false, 0)
}

/** `成功: 10, 失败: 2`, `SUCCESS 10 FAILED 2`: a sum that begins well. */
function worstOf(text: string, from: number, to: number): SeverityRank {
  return Math.max(successRank, troubleRank(text, from, to))
}

/** `Errors: 0`, `error=none`: a level's name that denies itself. */
function isDenied(text: string, from: number, to: number): boolean {
  return /^\W?(?:errors?|warn(?:ing)?s?|fatal|critical|错误|失败|异常|警告|告警|严重|致命)[^\w\u4e00-\u9fff]{0,3}\s*(?:0(?![\w.])|(?:none|null|no|无)\s*(?:[,;，；]|$))/i.test(
    text.slice(from, Math.min(to, from + 40)),
  )
}
