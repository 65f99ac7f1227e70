import { isNegated, isNegatedChinese } from './negation.ts'
import { errorRank, fatalRank, noRank, type SeverityRank, warningRank } from './severity-rank.ts'

/** Where a word of trouble may be. Cheap: it is looked for all over the text; what it finds is judged with care. */
const candidate =
  /[Ee]rr|ERR|[Ff]ail|FAIL|[Ww]arn|WARN|[Ff]atal|FATAL|[Pp]anic|PANIC|[Ee]xception|CRITICAL|Traceback|Caused by|[Ss]egmentation|[Cc]ore dumped|not found|No such file|ermission denied|onnection (?:refused|timed)|[Oo]peration (?:not|timed)|No space left|llocate memory|[Oo]ut of memory|No route to|[Dd]eprecat|[错失异报致警告]/g

const word =
  /(?<error>errors?|err|exceptions?)|(?<fail>fail(?:ed|ures?|s)?)|(?<warn>warn(?:ings?)?|deprecated)|(?<fatal>fatal|critical|panic)/iy
/** Said only when something went wrong. */
const phrases: readonly (readonly [RegExp, SeverityRank])[] = [
  [/Traceback \(most recent call last\)|Caused by: |[Cc]ore dumped/y, errorRank],
  [/Segmentation fault|segmentation fault|Kernel panic|panic: /y, fatalRank],
  [/not found(?=$|[ \t]*[\n\r])|not found:|No such file or directory|ermission denied/y, errorRank],
  [/onnection (?:refused|timed out)|[Oo]peration (?:not permitted|timed out)|No route to host/y, errorRank],
  [/No space left on device|llocate memory|[Oo]ut of memory/y, errorRank],
]
const commandNotFound = /command $/
const chinese = /(?<error>错误|失败|异常|报错)|(?<fatal>致命)|(?<warn>警告|告警)/y
/** Someone knocked at the door and was not let in: every machine on the net has thousands of these. */
const turnedAway = /^Failed (?:password|none|publickey|keyboard)|^failures?;/
/** `KeyError:`, `java.net.ConnectException` at the end: a class that is thrown, not one that is mentioned. */
const thrownClass = /(?:^|[^\w./-])(?:[\w$]+[./])*[A-Z][\w$]*$/
const wordBefore = /[\w$@&?%\\/.-]/
/** `?code=error`, `--on=error`, `log_level=error`: a choice, not an event. */
const isSetting = /(?:[?&][\w.%-]*|--[\w-]+|level)=$/i
const hitsPerLine = 12

let searchedText = ''
let searchedFrom = 0
let foundAt = -1

/**
 * The next candidate at or after `from`. Lines of one block are asked in order: what was found far behind is
 * remembered, so that a block without trouble is searched once and not once per line.
 */
function nextCandidate(text: string, from: number): number {
  if (from >= searchedFrom && from <= foundAt && text === searchedText) {
    // As in `nextEscape`: an equal block is compared once.
    searchedText = text
    return foundAt
  }
  foundAt = candidateIn(text, from)
  searchedText = text
  searchedFrom = from
  return foundAt
}

function candidateIn(text: string, from: number): number {
  candidate.lastIndex = from
  return candidate.exec(text)?.index ?? text.length
}

/** How bad the words between `from` and `to` sound; 0 when they are none of trouble, or deny it. */
export function troubleRank(text: string, from: number, to: number): SeverityRank {
  // A text that is one line only must not push the block it stands for out of memory.
  const next = from === 0 && to === text.length ? candidateIn : nextCandidate
  let worst = noRank
  let hit = next(text, from)
  for (let count = 0; hit < to && count < hitsPerLine && worst < fatalRank; count += 1) {
    worst = Math.max(worst, judge(text, hit, from, to))
    hit = next(text, hit + 1)
  }
  return worst
}

function judge(text: string, hit: number, from: number, to: number): SeverityRank {
  if (text.charCodeAt(hit) > 0x7f) return judgeChinese(text, hit, from, to)
  if (isWordStart(text, hit)) return judgeWord(text, hit, from, to)
  for (const [phrase, rank] of phrases) {
    phrase.lastIndex = hit
    if (phrase.test(text)) return isPhraseMeant(text, hit, from) ? rank : noRank
  }
  return judgeWord(text, hit, from, to)
}

/** The commonest candidates, `err…`, `fail…` and `warn…`, are never the start of a phrase. */
function isWordStart(text: string, hit: number): boolean {
  const third = text.charCodeAt(hit + 2) | 32
  const second = text.charCodeAt(hit + 1) | 32
  return (second === 114 && third === 114) || (second === 97 && (third === 105 || third === 114))
}

/** "not found" alone says little; a shell says "command not found". */
function isPhraseMeant(text: string, hit: number, from: number): boolean {
  if (!text.startsWith('not found', hit)) return true
  return commandNotFound.test(text.slice(Math.max(from, hit - 8), hit)) || text.startsWith('not found:', hit)
}

function judgeWord(text: string, hit: number, from: number, to: number): SeverityRank {
  word.lastIndex = hit
  const groups = word.exec(text)?.groups
  if (groups === undefined) return noRank
  const end = word.lastIndex
  if (!standsAlone(text, hit, end, from, to)) return noRank
  const before = text.slice(Math.max(from, hit - 32), hit)
  if (isNegated(before, text.slice(end, Math.min(to, end + 40)))) return noRank
  if (groups['fatal'] !== undefined)
    return isFatalMeant(text, hit, end) || /kernel $/i.test(before) ? fatalRank : noRank
  if (groups['fail'] !== undefined && isTurnedAway(before, text.slice(hit, hit + 16))) return warningRank
  return groups['warn'] === undefined ? errorRank : warningRank
}

function isTurnedAway(before: string, word: string): boolean {
  return turnedAway.test(word) || (word.startsWith('failed') && before.endsWith('uthentication '))
}

/** `panic` and `critical` are everyday words unless they are shouted or introduce something. */
function isFatalMeant(text: string, hit: number, end: number): boolean {
  const first = text.charCodeAt(hit + 1)
  if (first >= 65 && first <= 90) return true
  return text.startsWith(':', end) || text.startsWith(' error', end) || text.startsWith(' exception', end)
}

function standsAlone(text: string, hit: number, end: number, from: number, to: number): boolean {
  const after = end < to ? text.charAt(end) : ''
  if (/[\w$/\\@]/.test(after) && !isErrorCode(text, end)) return false
  if (/[.-]/.test(after) && /[\w*]/.test(text.charAt(end + 1))) return false
  const before = hit > from ? text.charAt(hit - 1) : ''
  if (before === '=') return !isSetting.test(text.slice(Math.max(from, hit - 40), hit))
  if (before === '' || !wordBefore.test(before)) return true
  return (
    /[EF]/.test(text.charAt(hit)) &&
    /^(?:: |:?\s*$)/.test(text.slice(end, Math.min(to, end + 3))) &&
    isThrown(text, hit, from)
  )
}

/** `errorCode:-1`, `error_code=104`: the number tells (`isNegated` knows zero). */
function isErrorCode(text: string, end: number): boolean {
  return /^_?[cC]ode["']?[ \t]*[:=][ \t]*["']?-?[1-9]/.test(text.slice(end, end + 16))
}

function isThrown(text: string, hit: number, from: number): boolean {
  return thrownClass.test(text.slice(Math.max(from, hit - 100), hit))
}

function judgeChinese(text: string, hit: number, from: number, to: number): SeverityRank {
  chinese.lastIndex = hit
  const groups = chinese.exec(text)?.groups
  if (groups === undefined) return noRank
  const end = chinese.lastIndex
  if (isNegatedChinese(text.slice(Math.max(from, hit - 12), hit), text.slice(end, Math.min(to, end + 16)))) {
    return noRank
  }
  if (groups['fatal'] !== undefined) return fatalRank
  return groups['warn'] === undefined ? errorRank : warningRank
}
