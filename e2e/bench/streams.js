import { linePieces } from './lines.js'

/*
 * The bodies that the bench's server answers with, built before anybody waits for them. One at a time: a log of
 * 5,000,000 lines is 0.6 GB.
 */

const hostCount = 500
const linesPerHost = 1_755
const linesOf10Megabytes = 87_700

/**
 * @typedef {{ name: string, shape: 'lines' | 'line' | 'hosts', lineCount: number }} Source
 */

/** @returns {Source} a log of so many lines */
export const manyLines = (lineCount) => ({
  name: `${lineCount.toLocaleString('en')} lines`,
  shape: 'lines',
  lineCount,
})
/** @type {Source} */
export const oneLine = { name: 'a line of 10 MB', shape: 'line', lineCount: linesOf10Megabytes }
/** @type {Source} */
export const manyHosts = { name: '500 hosts × 200 KB', shape: 'hosts', lineCount: hostCount * linesPerHost }

/** @param {Source} source @returns {Map<string, Buffer>} the answers by what is asked for: `frames`, and `json` for hosts */
export function buildBodies(source) {
  if (source.shape === 'hosts') return buildHosts()
  const log = Buffer.concat([...linePieces(source.lineCount, 0, source.shape === 'line' ? ' ' : '\n')])
  return new Map([['frames', Buffer.concat([...frame('host', log), end])]])
}

const end = Buffer.from('{"kind":"end","totals":{},"bytes":0}\n')

function frame(key, log) {
  return [Buffer.from(`${JSON.stringify({ kind: 'script-log', key, bytes: log.length })}\n`), log]
}

function buildHosts() {
  const logs = Array.from({ length: hostCount }, (_, index) =>
    Buffer.concat([...linePieces(linesPerHost, index * linesPerHost)]),
  )
  const frames = logs.flatMap((log, index) => frame(index === 0 ? 'host' : `host-${index}`, log))
  const script_task_logs = logs.map((log, index) => ({ ip: `10.0.0.${index}`, log_content: log.toString() }))
  return new Map([
    ['frames', Buffer.concat([...frames, end])],
    ['json', Buffer.from(JSON.stringify({ data: { script_task_logs } }))],
  ])
}

/**
 * A log that grows by `rate` lines a second, ten times a second, as one text whose length is known from the start.
 * @param {{ rate: number, seconds: number }} tail
 */
export function buildTail({ rate, seconds }) {
  const step = rate / 10
  const pieces = Array.from({ length: seconds * 10 }, (_, index) =>
    Buffer.concat([...linePieces(step, index * step)]),
  )
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const head = Buffer.from(`${JSON.stringify({ kind: 'script-log', key: 'host', bytes })}\n`)
  return { head, pieces, end, bytes }
}
