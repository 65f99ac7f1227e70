import { levelRank } from './level-words.ts'
import { noRank, type SeverityRank } from './severity-rank.ts'

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
const isUpper = (code: number): boolean => code >= 65 && code <= 90
const isChinese = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

const opening = '[【<('
const closing = ']】>)'
const longestLevel = 11

/** Where the letters from `start` on end, or two Chinese characters; no further than a level's name is long. */
function nameEnd(text: string, start: number): number {
  let end = start
  if (isChinese(text.charCodeAt(start))) return isChinese(text.charCodeAt(start + 1)) ? start + 2 : start
  while (end - start <= longestLevel && isLetter(text.charCodeAt(end))) end += 1
  return end
}

/** `ERROR …`, `error: …`, `[error]`, 【错误】, `ERROR[E12]` at `at`. */
export function leadingLevel(text: string, at: number): SeverityRank {
  const isOpened = opening.includes(text.charAt(at))
  const start = isOpened ? at + 1 : at
  const end = nameEnd(text, start)
  if (end === start) return noRank
  const isClosed = end < text.length && closing.includes(text.charAt(end))
  if (isOpened && !isClosed) return noRank
  const after = isClosed ? text.charAt(end + 1) : text.charAt(end)
  const introduces =
    after === ':' || after === '：' || (after === '[' && /^\[E\d/.test(text.slice(end, end + 3)))
  const isApart = introduces || ' \t|\n\r'.includes(after) || (isClosed && ']】'.includes(text.charAt(end)))
  if (!isApart || !(isOpened || introduces || isShouted(text, start, end))) return noRank
  return levelRank(text, start, end)
}

/** In capitals; `LOG`, `NOTE` and `FINE` are words in them, too. */
function isShouted(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isUpper(text.charCodeAt(at))) return false
  return !/^(?:FINE|LOG|NOTE)/.test(text.slice(start, end))
}
