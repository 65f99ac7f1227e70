import { setTimeout as sleep } from 'node:timers/promises'
import { openPage, wordsOf } from './case.js'
import { say } from './say.js'
import { buildTail } from './streams.js'
import { table } from './table.js'
import { ours } from './viewers.js'

const rate = 1000
/** A frame at 60 Hz takes 16.7 ms; timers are a millisecond coarse. */
const smoothMs = 18
const warmUpMs = 2000
/** How long memory is watched after the log has ended, its end still in view. */
const restMs = 5000

/**
 * A log that grows by 1,000 lines a second while its end is in view: frames, memory, and whether the last line is seen.
 * @param {{ browsers: object, server: object, plan: ReturnType<typeof import('./plan.js').readPlan>, pageOf: Function }} options
 */
export async function benchTail({ browsers, server, plan, pageOf }) {
  const tail = buildTail({ rate, seconds: plan.tailSeconds })
  const logUrl = server.prepareTail(tail)
  const rows = []
  let promises = []
  for (const viewer of viewersOf(plan)) {
    const seen = await watchTail({ browsers, plan, logUrl, pageUrl: pageOf(viewer) })
    if (seen === null) continue
    rows.push([viewer.name, ...cellsOf(seen)])
    if (viewer === ours) promises = promisesOf(seen, tail.bytes)
  }
  const title = `A log that grows by ${rate.toLocaleString('en')} lines a second, ${plan.tailSeconds} s (${Math.round(tail.bytes / 1e6)} MB)`
  const head = [
    'viewer',
    'frames over 17 ms',
    'longest task ms',
    'memory grew by MB',
    'then, at rest',
    'last line seen',
  ]
  const text = table(head, rows)
  say(`\n${title}\n\n${text}`)
  return { title, text, promises }
}

/** A long run is about ours; who names peers waits for theirs too. */
function viewersOf({ viewers, tailSeconds, isAll }) {
  return tailSeconds > 60 && !isAll ? [ours] : viewers
}

async function watchTail({ browsers, plan, logUrl, pageUrl }) {
  let session = null
  let why
  try {
    session = await browsers.open()
    await openPage(session.page, pageUrl)
    const { tail } = await session.page.evaluate(() => globalThis.bench.can())
    if (!tail) return null
    const limitMs = plan.tailSeconds * 1000 + restMs + 30_000
    return await session.within(limitMs, follow(session, logUrl, plan.tailSeconds * rate))
  } catch (error) {
    why = wordsOf(error)
    return { why }
  } finally {
    await session?.close(why !== undefined)
  }
}

async function follow({ page, memory }, logUrl, lineCount) {
  await page.evaluate(() => globalThis.bench.takeLongestTask())
  const over = page.evaluate((url) => globalThis.bench.tail(url), logUrl)
  // Whatever happens meanwhile is noticed where it is waited for.
  over.catch(() => undefined)
  await sleep(warmUpMs)
  const before = await memory()
  await page.evaluate(() => globalThis.bench.watchPace())
  await over
  const frames = await page.evaluate(() => globalThis.bench.stopWatch())
  const isEndSeen = await page.evaluate((line) => globalThis.bench.waitForLine(line), lineCount)
  const after = await memory()
  const blockedMs = await page.evaluate(() => globalThis.bench.takeLongestTask())
  await sleep(restMs)
  const grownBytes = grown(before, after)
  return { frames, isEndSeen, blockedMs, grownBytes, restBytes: grown(after, await memory()) }
}

function grown(before, after) {
  return before === null || after === null ? null : after.residentBytes - before.residentBytes
}

function cellsOf({ why, frames, isEndSeen, blockedMs, grownBytes, restBytes }) {
  if (why !== undefined) return [why, '–', '–', '–', '–']
  return [
    `${slowPercent(frames).toFixed(1)} %`,
    blockedMs.toFixed(0),
    megabytes(grownBytes),
    megabytes(restBytes),
    isEndSeen ? 'yes' : 'NO',
  ]
}

function megabytes(bytes) {
  return bytes === null ? '–' : (bytes / 1e6).toFixed(0)
}

/** @param {number} textBytes of the whole log */
function promisesOf({ why, frames, isEndSeen, grownBytes, restBytes, blockedMs }, textBytes) {
  if (why !== undefined) return [[`growing log: ${why}`, 1, 0]]
  return [
    ['growing log, % of frames over 17 ms', slowPercent(frames), 5],
    ['growing log, longest task, ms', blockedMs, 50],
    ['growing log, memory grew by / (1.5 × text + 60 MB)', ratioOf(grownBytes, 1.5 * textBytes + 60e6), 1],
    [`growing log, memory grew by after its end, MB in ${restMs / 1000} s`, ratioOf(restBytes, 1e6), 5],
    ['growing log, last line not seen', Number(!isEndSeen), 0],
  ]
}

const ratioOf = (bytes, reference) => (bytes === null ? undefined : bytes / reference)

function slowPercent(frames) {
  return (frames.filter(({ ms }) => ms > smoothMs).length / frames.length) * 100
}
