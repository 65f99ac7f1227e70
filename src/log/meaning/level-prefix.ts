import { leadingLevel } from './leading-level.ts'
import { letterRank, levelRank, mayBeginLevel, numericRank, syslogRank } from './level-words.ts'
import { errorRank, fatalRank, noRank, type SeverityRank } from './severity-rank.ts'

/** How far behind a time stamp a level is looked for. */
const reach = 96
const words = 8

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
const isUpper = (code: number): boolean => code >= 65 && code <= 90
/** What words are made of, by code: a table is looked up at every character behind every stamp. */
const wordCodes = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[\w.$@-]/.test(String.fromCharCode(code))),
)
const isWord = (code: number): boolean => code < 128 && wordCodes[code] === 1

/** `ERROR`, `[error]`, `[core:error]`, `|ERROR|`, `level=error`, 【错误】 behind a time stamp that ends at `from`. */
export function levelBehind(text: string, from: number, to: number): SeverityRank {
  const end = Math.min(to, from + reach)
  let count = 0
  let before = from
  for (let at = from; at < end && count < words; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x3010 || code === 91) {
      const rank = chineseLevel(text, at + 1)
      if (rank !== noRank) return rank
    }
    if (!isWord(code)) continue
    const start = at
    while (at < to && isWord(text.charCodeAt(at))) at += 1
    const rank = mayBeginLevel(code) ? levelToken(text, start, at, count) : noRank
    if (rank !== noRank && !denied.test(text.slice(Math.max(before, start - 10), start))) return rank
    before = start
    count += 1
    at -= 1
  }
  return noRank
}

/** "no ERROR", "0 WARNING": the word before takes it back. */
const denied = /^(?:no|0|without|any) $/i

function chineseLevel(text: string, start: number): SeverityRank {
  const isClosed = text.charAt(start + 2) === '】' || text.charAt(start + 2) === ']'
  return text.charCodeAt(start) > 0x2fff && isClosed ? levelRank(text, start, start + 2) : noRank
}

const closers = ' \t\n\r])|:/,>"'

function levelToken(text: string, start: number, end: number, count: number): SeverityRank {
  const after = text.charAt(end)
  if (after === '=') return isLevelKey(text, start, end) ? levelValue(text, end + 1) : noRank
  if (end - start > 11 || (after !== '' && !closers.includes(after))) return noRank
  if (end - start === 1) return letterLevel(text, start, end)
  if (isUpper(text.charCodeAt(start)) && isUpper(text.charCodeAt(end - 1))) return levelRank(text, start, end)
  const isColumn = count === 0 && after === ' ' && text.charAt(end + 1) === ' '
  if (!isColumn && !isMarked(text.charAt(start - 1), after, count)) return noRank
  const rank = levelRank(text, start, end)
  return rank === errorRank && fatalBefore.test(text.slice(start - 6, start)) ? fatalRank : rank
}

/** "PHP Fatal error: …" */
const fatalBefore = /^fatal $/i

/** `level=`, but not of an address that is asked for: `?level=error`. */
function isLevelKey(text: string, start: number, end: number): boolean {
  return (
    /^(?:level|lvl|severity|loglevel)$/i.test(text.slice(start, end)) &&
    !'?&'.includes(text.charAt(start - 1) || ' ')
  )
}

/** A level in small letters counts only between brackets, bars or tabs, or as one of the first words with a colon. */
function isMarked(before: string, after: string, count: number): boolean {
  if (before === '[' || before === '|' || before === '<')
    return after === ']' || after === '|' || after === ':' || after === '>'
  if (before === ':') return after === ']'
  if (before === '\t') return after === '\t' || after === ':'
  return count < 3 && after === ':'
}

/** logcat: `1234  5678 E Tag: text`. */
function letterLevel(text: string, start: number, end: number): SeverityRank {
  const isColumn =
    text.charAt(start - 1) === ' ' && text.charAt(end) === ' ' && /\d\d +$/.test(text.slice(start - 4, start))
  return isColumn ? letterRank(text.charAt(start)) : noRank
}

function levelValue(text: string, at: number): SeverityRank {
  const value = /"?([a-z]{3,11})/iy
  value.lastIndex = at
  const name = value.exec(text)?.[1] ?? ''
  return levelRank(name, 0, name.length)
}

const aptLetter = /([EW]): /y
const npmLevel = /npm (?:ERR!|error|WARN|warn)/y
const pairLevel =
  /\w{1,20}=[^ \n]{0,80} (?:[^=\n]{1,20}=[^ \n]{0,80} ){0,4}?(?:level|lvl|severity)=|(?:level|lvl|severity|loglevel)=/y
const klogLetter = /([IWEFD])\d{4} /y
const priority = /<(\d{1,3})>/y
const scriptFailed = /\[(?:script|proxy)\] \[[\w-]{1,64}\] \(FAILED\)/y

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A level the line begins with, without a time stamp before it. */
export function levelAtStart(text: string, at: number): SeverityRank {
  const code = text.charCodeAt(at)
  if (code === 91 && matchAt(scriptFailed, text, at) !== null) return levelRank('ERROR', 0, 5)
  if (code === 110) return npmRank(text, at)
  if (text.charCodeAt(at + 1) === 58) return letterRank(matchAt(aptLetter, text, at)?.[1] ?? '')
  if (isPair(text, at) && matchAt(pairLevel, text, at) !== null) return levelValue(text, pairLevel.lastIndex)
  return leadingLevel(text, at)
}

/** logfmt: the line begins with a short key. */
function isPair(text: string, at: number): boolean {
  let end = at
  while (end - at < 20 && isLetter(text.charCodeAt(end))) end += 1
  return end > at && text.charCodeAt(end) === 61
}

function npmRank(text: string, at: number): SeverityRank {
  const level = matchAt(npmLevel, text, at)?.[0].slice(4).replace('!', '') ?? ''
  return levelRank(level, 0, level.length)
}

/** klog's letter. `at` is where the stamp begins. */
export function klogRank(text: string, at: number): SeverityRank {
  const letter = matchAt(klogLetter, text, at)?.[1]
  return letter === undefined ? noRank : letterRank(letter)
}

/** syslog's `<prio>`. */
export function priorityRank(text: string, at: number): SeverityRank {
  const value = matchAt(priority, text, at)?.[1]
  return value === undefined ? noRank : syslogRank(Number(value) % 8)
}

const jsonLevel =
  /"(?:level|severity|lvl|log_?level|levelname|log\.level|levelno)"\s*:\s*(?:"([A-Za-z]{1,11})"|"?(\d{1,3})\b)|"s"\s*:\s*"([FEWID])"/i

/** The level of a line that is one JSON object. */
export function jsonRank(line: string): SeverityRank {
  const match = jsonLevel.exec(line)
  if (match === null) return noRank
  if (match[2] !== undefined) return numericRank(Number(match[2]))
  const name = match[1] ?? match[3] ?? ''
  return name.length === 1 ? letterRank(name.toUpperCase()) : levelRank(name, 0, name.length)
}
