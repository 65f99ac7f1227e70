import { isDenied, isNegated, isNegatedChinese } from './negation.ts'
import { remembered, type TextSearch } from './remembered-search.ts'
import { errorRank, fatalRank, noRank, type SeverityRank, warningRank } from './severity-rank.ts'
import { isShown } from './shown-lines.ts'
import { openingRank } from './trouble-openings.ts'
import { phraseRank } from './trouble-phrases.ts'

/**
 * Where a word of trouble may be. Cheap: it is looked for all over the text; what it finds is judged with care. Latin and
 * Chinese apart: looked for together, they take seven times as long in a Chinese text.
 */
const latinCandidate =
  /[Ee](?:rr|xception)|ERR|[Ff]a(?:il|tal)|FA(?:IL|TAL)|[Ww]arn|WARN|[Pp]anic|PANIC|CRITICAL|Traceback|Caused by|[Ss]eg(?:mentation|fault)|[Cc]ore dumped|not (?:be )?found|No (?:s(?:uch file|pace left)|route to)|no route to|(?:ermission|ccess) denied|onnection re(?:fused|set)|imed out|(?:xecution|ask) timeout|[Oo]peration not|llocate memory|[Oo]ut of memory|oom-killer|[Dd]eprecat|xit(?: |ed with )|on-zero |code=[ked]|nreachable=|CrashLoop|ImagePullB|OOMKill/g
const chineseCandidate =
  /[错失异报致警告无超拒]|权限不|未找到|找不到|没有(?:那个|空间|到主机)|不是内部|已杀死|出错|空间不足|内存不足|不可达|被占用|[出回]码[:：]/g

const word =
  /(?<error>errors?|err|exceptions?)|(?<fail>fail(?:ed|ures?|s)?)|(?<warn>warn(?:ings?)?|deprecated)|(?<fatal>fatal|critical|panic)/iy
const chinese =
  /(?<error>错误|失败|异常|报错|超时(?!时[间长]|[设配]置|阈值|参数|重试|控制|机制|值|为|\s*[:：=]\s*\d)|无法|拒绝(?:访问|连接)|权限不[足够]|(?:未找到|找不到)命令|系统找不到|找不到指定|没有(?:那个文件|空间|到主机)|不是内部|已杀死|出错|空间不足|内存不足|不可达|被占用|[出回]码[:：] ?[1-9])|(?<fatal>致命)|(?<warn>警告|告警)/y
/** Someone knocked at the door and was not let in: every machine on the net has thousands of these. */
const turnedAway = /^Failed (?:password|none|publickey|keyboard)|^failures?;|^failed - POSSIBLE/
/** `KeyError:`, `java.net.ConnectException` at the end: a class that is thrown, not one that is mentioned. */
const thrownClass = /(?:^|[^\w./-])(?:[\w$]+[./])*[A-Z][\w$]*$/
const mentionedClass = /\b(?:except|raise|throws?|new|import|class|On)[ (]*[\w.]*$/
const wordBefore = /[\w$@&?%\\/.-]/
/** `?code=error`, `--on=error`, `log_level=error`: a choice, not an event. */
const isSetting = /(?:[?&][\w.%-]*|--[\w-]+|level)=$/i
const hitsPerLine = 12

type Judge = (text: string, hit: number, from: number, to: number) => SeverityRank

/** Where candidates are found, alone or remembered, and who judges them. */
interface Search {
  readonly alone: TextSearch
  readonly inBlock: TextSearch
  readonly judge: Judge
}

function searchFor(candidate: RegExp, judge: Judge): Search {
  const alone: TextSearch = (text, from) => {
    candidate.lastIndex = from
    return candidate.exec(text)?.index ?? text.length
  }
  return { alone, inBlock: remembered(alone), judge }
}

const searches = [searchFor(latinCandidate, judgeLatin), searchFor(chineseCandidate, judgeChinese)]

/** How bad the words between `from` and `to` sound; 0 when they are none of trouble, or deny it. */
export function troubleRank(text: string, from: number, to: number): SeverityRank {
  // A text that is one line only must not push the block it stands for out of memory.
  const isBlock = from !== 0 || to !== text.length
  let worst = noRank
  for (const { alone, inBlock, judge } of searches) {
    const next = isBlock ? inBlock : alone
    let hit = next(text, from)
    if (worst === noRank && hit < to && isWarning(text, hit, from)) return warningRank
    for (let count = 0; hit < to && count < hitsPerLine && worst < fatalRank; count += 1) {
      worst = Math.max(worst, judge(text, hit, from, to))
      hit = next(text, hit + 1)
    }
  }
  worst = Math.max(worst, openingRank(text, from, to, isBlock))
  return worst !== noRank && isShown(text, from, to) ? noRank : worst
}

const introducedWarning = /[Ww]arning: /y

/** `main.c:12: warning: …`: a program's own level, whatever its words sound like. */
function isWarning(text: string, hit: number, from: number): boolean {
  introducedWarning.lastIndex = hit
  return introducedWarning.test(text) && (hit === from || text.startsWith(': ', hit - 2))
}

function judgeLatin(text: string, hit: number, from: number, to: number): SeverityRank {
  const phrase = isWordStart(text, hit) ? null : phraseRank(text, hit, from)
  if (phrase === null) return judgeWord(text, hit, from, to)
  return isDenied(text.slice(Math.max(from, hit - 32), hit)) ? noRank : phrase
}

/** The commonest candidates, `err…`, `fail…` and `warn…`, are never the start of a phrase. */
function isWordStart(text: string, hit: number): boolean {
  const third = text.charCodeAt(hit + 2) | 32
  const second = text.charCodeAt(hit + 1) | 32
  return (second === 114 && third === 114) || (second === 97 && (third === 105 || third === 114))
}

function judgeWord(text: string, hit: number, from: number, to: number): SeverityRank {
  word.lastIndex = hit
  const groups = word.exec(text)?.groups
  if (groups === undefined) return noRank
  const end = word.lastIndex
  if (!standsAlone(text, hit, end, from, to)) return noRank
  const before = text.slice(Math.max(from, hit - 32), hit)
  if (isNegated(before, text.slice(hit, end), text.slice(end, Math.min(to, end + 40)))) return noRank
  if (groups['fatal'] !== undefined)
    return isFatalMeant(text, hit, end) || /kernel $/i.test(before) ? fatalRank : noRank
  if (groups['fail'] !== undefined && isTurnedAway(before, text.slice(hit, hit + 20))) return warningRank
  return groups['warn'] === undefined ? errorRank : warningRank
}

function isTurnedAway(before: string, word: string): boolean {
  return turnedAway.test(word) || (/^fail(?:ed|ures )/.test(word) && before.endsWith('uthentication '))
}

/** `panic` and `critical` are everyday words unless they are shouted or introduce something. */
function isFatalMeant(text: string, hit: number, end: number): boolean {
  const first = text.charCodeAt(hit + 1)
  if (first >= 65 && first <= 90) return true
  return text.startsWith(':', end) || /^ (?:error|exception)/i.test(text.slice(end, end + 10))
}

function standsAlone(text: string, hit: number, end: number, from: number, to: number): boolean {
  const after = end < to ? text.charAt(end) : ''
  if (/[\w$/\\@]/.test(after) && !isErrorCode(text, end)) return false
  if (/[.-]/.test(after) && /[\w*]/.test(text.charAt(end + 1))) return isThrownFrom(text, hit, end)
  const before = hit > from ? text.charAt(hit - 1) : ''
  if (before === '=') return !isSetting.test(text.slice(Math.max(from, hit - 40), hit))
  if (before === '' || !wordBefore.test(before)) return true
  return (
    /[EFW]/.test(text.charAt(hit)) &&
    /^(?:: |:?\s*$)/.test(text.slice(end, Math.min(to, end + 3))) &&
    isThrown(text, hit, from)
  )
}

/** `requests.exceptions.ReadTimeout: …`: thrown, whatever its own name is. */
function isThrownFrom(text: string, hit: number, end: number): boolean {
  return text.charAt(hit - 1) === '.' && /^\.[A-Z]\w{2,60}(?:: |\s*$)/m.test(text.slice(end, end + 64))
}

/** `errorCode:-1`, `error_code=104`: the number tells (`isNegated` knows zero). */
function isErrorCode(text: string, end: number): boolean {
  return /^_?[cC]ode["']?[ \t]*[:=][ \t]*["']?-?[1-9]/.test(text.slice(end, end + 16))
}

function isThrown(text: string, hit: number, from: number): boolean {
  const before = text.slice(Math.max(from, hit - 100), hit)
  return thrownClass.test(before) && !mentionedClass.test(before)
}

function judgeChinese(text: string, hit: number, from: number, to: number): SeverityRank {
  chinese.lastIndex = hit
  const groups = chinese.exec(text)?.groups
  if (groups === undefined) return noRank
  const end = chinese.lastIndex
  if (isNegatedChinese(text.slice(Math.max(from, hit - 12), hit), text.slice(end, Math.min(to, end + 16)))) {
    return noRank
  }
  if (groups['fatal'] !== undefined || text.charAt(hit - 1) === '段') return fatalRank
  return groups['warn'] === undefined ? errorRank : warningRank
}
