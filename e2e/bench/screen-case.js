import { setTimeout as sleep } from 'node:timers/promises'
import { wordsOf } from './case.js'
import { watchScreen } from './screen-watch.js'
import { turnWheel } from './scroll.js'
import { quantile } from './table.js'

/** A distribution of 100,000 transfers has to come through the gateway first. */
const loadMs = 120_000
const stageMs = 60_000
const answerMs = 20_000
const jumps = 20

/**
 * Shows one list in one page, and uses it: filter, sort, wheel, jumps. Never throws for what a page does.
 * @param {{ browsers: object, screen: import('./screen-viewers.js').Screen, viewer: object, url: string, rows: object[] }} options `rows` are those the page has
 */
export async function runScreen({ browsers, screen, viewer, url, rows }) {
  const result = { errors: [] }
  let session = null
  try {
    session = await browsers.open()
    const { page } = session
    await page.context().addCookies([{ name: 'bk_token', value: 'demo', url: new URL(url).origin }])
    await page.addInitScript(watchScreen, viewer.parts)
    const before = await session.memory()
    Object.assign(result, await session.within(loadMs, open(page, url, screen, rows.length)))
    await sleep(1000)
    const after = await session.memory()
    Object.assign(result, { residentBytes: after?.residentBytes, beforeBytes: before?.residentBytes })
    const context = { page, screen, viewer, rows, devtools: await session.devtools() }
    for (const stage of [filter, sort, wheel, jump])
      Object.assign(result, await session.within(stageMs, stage(context)))
  } catch (error) {
    result.trouble = wordsOf(error)
  } finally {
    await session?.close(result.trouble !== undefined)
  }
  return { ...result, errors: session?.errors ?? [] }
}

/** From the last byte of the rows until all of them are there and the page is at rest. */
async function open(page, url, { data }, rowCount) {
  await page.goto(url)
  const ready = await page.evaluate((count) => globalThis.screenWatch.whenReady(count), rowCount)
  const arrivals = await Promise.all([page, ...page.workers()].map((side) => arrivalsOn(side)))
  const dataAt = Math.max(
    ...arrivals
      .flat()
      .filter(({ name }) => data.test(name) || name.endsWith('/rows'))
      .map(({ at }) => at),
  )
  return { interactiveMs: ready.readyAt - dataAt, loadBlockedMs: ready.blockedMs }
}

/** When what a page, or a worker of it, has asked for was there whole: epoch ms. */
async function arrivalsOn(side) {
  return await side.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name, responseEnd }) => ({ name, at: performance.timeOrigin + responseEnd })),
  )
}

/** Both needles typed, and taken away again. */
async function filter({ page, screen, viewer, rows }) {
  const { rareField, frequent } = screen
  const has = ({ id, ...cells }, needle) => Object.values(cells).some((text) => text.includes(needle))
  const rare = rows[Math.floor(rows.length * 0.8)][rareField]
  const field = await viewer.field(page)
  const found = []
  const cleared = []
  for (const needle of [rare, frequent]) {
    const expected = { count: rows.filter((row) => has(row, needle)).length, every: needle }
    await field.focus()
    found.push(await timed(page, 'input', expected, () => page.keyboard.insertText(needle)))
    const all = { count: rows.length }
    await field.selectText()
    cleared.push(await timed(page, 'input', all, () => page.keyboard.press('Delete')))
  }
  return { filterMs: worst(found), clearMs: worst(cleared), filterBlockedMs: blocked([...found, ...cleared]) }
}

async function sort({ page, screen, viewer, rows }) {
  const first = rows.map((row) => row[screen.sortField]).reduce((a, b) => (b < a ? b : a))
  const control = await viewer.openSort(page, screen)
  // Of many equal ones all in view are; of unequal ones, the first.
  const isEqual = rows.filter((row) => row[screen.sortField] === first).length > 50
  const expected = { count: rows.length, ...(isEqual ? { every: first } : { first }) }
  const answer = await timed(page, 'click', expected, () => control.click())
  await page.keyboard.press('Escape')
  return { sortMs: answer.ms, sortBlockedMs: answer.blockedMs }
}

/** @returns {Promise<{ ms: number | null, blockedMs: number }>} */
async function timed(page, event, expected, act) {
  const answer = page.evaluate(
    ([name, wanted, limit]) => globalThis.screenWatch.answer(name, wanted, limit),
    [event, expected, answerMs],
  )
  answer.catch(() => undefined)
  // The page listens before anything is done: evaluations are carried out in order.
  await page.evaluate(() => undefined)
  await act()
  return await answer
}

async function wheel({ page, devtools }) {
  const middle = await page.evaluate(() => globalThis.screenWatch.middle())
  await page.evaluate(() => globalThis.screenWatch.startFrames())
  await turnWheel(devtools, middle)
  const frames = await page.evaluate(() => globalThis.screenWatch.stopFrames())
  await page.evaluate(() => globalThis.screenWatch.toStart())
  const times = frames.map(({ ms }) => ms)
  return {
    wheelP95Ms: quantile(times, 0.95),
    wheelP99Ms: quantile(times, 0.99),
    blankFrames: frames.filter(({ blank }) => blank > 0).length,
    wheelMovedPx: Math.max(...frames.map(({ top }) => top)),
  }
}

async function jump({ page }) {
  const frames = []
  for (let time = 1; time <= jumps; time += 1) {
    const share = (time * 0.618034) % 1
    frames.push(await page.evaluate((to) => globalThis.screenWatch.jump(to), share))
  }
  const reached = frames.filter((count) => count !== null)
  return {
    dragFrames: reached.length === 0 ? null : quantile(reached, 0.5),
    dragWorstFrames: reached.length < jumps ? null : Math.max(...reached),
  }
}

const worst = (answers) =>
  answers.some(({ ms }) => ms === null) ? null : Math.max(...answers.map(({ ms }) => ms))
const blocked = (answers) => Math.max(...answers.map(({ blockedMs }) => blockedMs))
