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
  const text = [0, 1, 2, 3, 4, 5].map((offset) => words[(index * 7 + offset * 3) % words.length]).join(' ')
  return `${at} ${shownLevel} [pool-${index % 16}-thread-${index % 7}] ${text}${chinese} seq=${index + 1} rc=${index % 4}`
}

/** A log of `count` lines as UTF-8. */
export function buildLog(count) {
  const pieces = []
  for (let start = 0; start < count; start += 10_000) {
    const length = Math.min(10_000, count - start)
    const text = Array.from({ length }, (_, offset) => line(start + offset)).join('\n')
    pieces.push(Buffer.from(`${text}\n`))
  }
  return Buffer.concat(pieces)
}

/** The same log as a complete frame stream. */
export function buildFrames(count) {
  const log = buildLog(count)
  const header = { kind: 'script-log', key: 'host', bytes: log.length }
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    log,
    Buffer.from('{"kind":"end","totals":{},"bytes":0}\n'),
  ])
}
