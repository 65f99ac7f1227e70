const levels = ['INFO', 'INFO', 'DEBUG', 'INFO', 'WARN']
const words = 'copy check start retry worker agent file task host queue flush commit merge index done'.split(
  ' ',
)
const esc = '\u001b'

/** One line of the benchmark's log; the same for the same index in every run. */
function line(index) {
  const at = new Date(1_767_225_600_000 + index * 37).toISOString()
  const level = index % 10 === 9 ? 'ERROR' : levels[index % levels.length]
  const shownLevel = index % 20 < 3 ? `${esc}[3${1 + (index % 6)}m${level}${esc}[0m` : level
  const chinese = index % 20 === 7 ? ' 任务执行完成，等待下一步' : ''
  const text = [0, 1, 2, 3, 4, 5, 6, 7]
    .map((offset) => words[(index * 7 + offset * 3) % words.length])
    .join(' ')
  return `${at} ${shownLevel} [pool-${index % 16}-thread-${index % 7}] ${text}${chinese} seq=${index + 1} rc=${index % 4}`
}

/** Pieces of a log of `count` lines as UTF-8, 10,000 lines at most each, from line `from` on. */
export function* linePieces(count, from = 0, end = '\n') {
  for (let start = from; start < from + count; start += 10_000) {
    const length = Math.min(10_000, from + count - start)
    const text = Array.from({ length }, (_, offset) => line(start + offset)).join(end)
    yield Buffer.from(`${text}${end}`)
  }
}

/** What a search must find in a log of `count` lines: one needle that is rare, one on every tenth line. */
export function needlesOf(count) {
  return {
    rare: { needle: `seq=${Math.floor(count * 0.8)} rc=`, count: 1 },
    frequent: { needle: 'ERROR', count: Math.floor(count / 10) },
  }
}
