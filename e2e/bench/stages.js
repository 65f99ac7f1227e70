import { setTimeout as sleep } from 'node:timers/promises'
import { needlesOf } from './lines.js'
import { drag, wheel } from './scroll.js'
import { search } from './search.js'
import { Trouble } from './session.js'

/** The stages of a case, in order. Each answers figures, or null when the viewer has no such thing. */
export function stages({ source, loadOnly }) {
  const first = [['load', load]]
  if (loadOnly) return first
  const scrolling = [
    ['end', jumpToEnd],
    ['wheel', wheel],
    ['drag', drag],
  ]
  const searching = [
    ['rare', (context) => find(context, 'rare')],
    ['frequent', (context) => find(context, 'frequent')],
  ]
  const middle = source.shape === 'lines' ? scrolling : []
  // Of many hosts our reader shows one at a time: another search than one through all of them.
  const last = source.shape === 'hosts' ? [] : searching
  return [...first, ['memory', readMemory], ...middle, ...last, ['tasks', longestTask]]
}

async function load({ session, source, logUrl }) {
  const before = await session.memory()
  const figures = await session.page.evaluate(
    ([url, count]) => globalThis.bench.load(url, count),
    [logUrl, source.lineCount],
  )
  if (figures.isBlank) throw new Trouble('blank')
  return { ...figures, beforeBytes: before?.residentBytes ?? null }
}

/** Some time after the load, as a person would see it: no collection is forced. */
async function readMemory({ session, can }) {
  if (!can.scroll) return null
  await sleep(1000)
  return await session.memory()
}

async function jumpToEnd({ session, can }) {
  if (!can.end) return null
  const endMs = await session.page.evaluate(() => globalThis.bench.jumpToEnd())
  await session.page.evaluate(() => globalThis.bench.jumpToStart())
  return { endMs, isEndReached: endMs !== null }
}

async function find(context, name) {
  const { needle, count } = needlesOf(context.source.lineCount)[name]
  const found = await search(context, needle, count)
  return found === null ? null : { [`${name}Ms`]: found.ms, [`${name}Count`]: found.count }
}

/** The longest main-thread task while the log was used, after it was loaded. */
async function longestTask({ session, can }) {
  if (!can.scroll) return null
  return { usedBlockedMs: await session.page.evaluate(() => globalThis.bench.takeLongestTask()) }
}
