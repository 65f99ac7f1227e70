import {
  debugRank,
  errorRank,
  fatalRank,
  infoRank,
  noRank,
  type SeverityRank,
  successRank,
  warningRank,
} from './severity-rank.ts'

const ranks = new Map<string, SeverityRank>([
  ...['TRACE', 'DEBUG', 'DBG', 'DBUG', 'TRCE', 'VRB', 'FINE', 'FINER', 'FINEST', 'VERBOSE', '调试'].map(
    as(debugRank),
  ),
  ...['INFO', 'INF', 'INFORMATION', 'NOTICE', 'NOTE', 'LOG', 'PRIMARY', '信息', '提示'].map(as(infoRank)),
  ...['SUCCESS', '成功'].map(as(successRank)),
  ...['WARN', 'WARNING', 'WRN', '警告', '告警'].map(as(warningRank)),
  ...['ERROR', 'ERR', 'SEVERE', 'ALERT', '错误', '失败', '异常'].map(as(errorRank)),
  ...['FATAL', 'FTL', 'CRITICAL', 'CRIT', 'EMERG', 'EMERGENCY', 'PANIC', 'DPANIC', '严重', '致命'].map(
    as(fatalRank),
  ),
])

function as(rank: SeverityRank): (word: string) => [string, SeverityRank] {
  return (word) => [word, rank]
}

const shortestWord = 2
const initials = new Uint8Array(128)
for (const name of ranks.keys()) initials[name.charCodeAt(0)] = 1
const longestWord = 11

/** Whether a level's name may begin with this character. */
export function mayBeginLevel(code: number): boolean {
  return code > 127 || initials[code & ~32] === 1
}

/** The rank of a level's name between `start` and `end`, in any case; 0 when it is no level's name. */
export function levelRank(text: string, start: number, end: number): SeverityRank {
  if (end - start < shortestWord || end - start > longestWord) return noRank
  if (!mayBeginLevel(text.charCodeAt(start))) return noRank
  return ranks.get(text.slice(start, end).toUpperCase()) ?? noRank
}

/** RFC 5424, also GELF: 0 to 2 mean that the system suffers, 7 is debugging. */
export function syslogRank(level: number): SeverityRank {
  if (level <= 2) return fatalRank
  if (level === 3) return errorRank
  if (level === 4) return warningRank
  return level <= 6 ? infoRank : debugRank
}

/** Levels as numbers: bunyan and pino count 10 to 60, syslog (GELF) 0 to 7. */
export function numericRank(level: number): SeverityRank {
  if (level < 10) return syslogRank(level)
  if (level < 30) return debugRank
  if (level < 40) return infoRank
  if (level < 50) return warningRank
  return level < 60 ? errorRank : fatalRank
}

/** klog and glog name a level by its first letter; so do Tornado, MongoDB and logcat. */
export function letterRank(letter: string): SeverityRank {
  if (letter === 'F' || letter === 'C') return fatalRank
  if (letter === 'E') return errorRank
  if (letter === 'W') return warningRank
  if (letter === 'I') return infoRank
  return letter === 'D' || letter === 'V' ? debugRank : noRank
}
