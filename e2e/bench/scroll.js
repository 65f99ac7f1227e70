import { setTimeout as sleep } from 'node:timers/promises'
import { quantile } from './table.js'

const wheelTicks = 150
const tickPx = 100
const jumps = 20

/** Turns the wheel for two and a half seconds, a notch a frame, and looks at every frame. */
export async function wheel({ session, can }) {
  if (!can.scroll) return null
  const devtools = await session.devtools()
  await session.page.evaluate(() => globalThis.bench.watch())
  await turnWheel(devtools, { x: 600, y: 400 })
  const frames = await session.page.evaluate(() => globalThis.bench.stopWatch())
  await session.page.evaluate(() => globalThis.bench.jumpToStart())
  return figuresOf(frames)
}

/** One notch a frame; resolves when the page has had all of them, and a moment to come to rest. */
export async function turnWheel(devtools, { x, y }) {
  const sent = []
  for (let tick = 0; tick < wheelTicks; tick += 1) {
    const event = { type: 'mouseWheel', x, y, deltaX: 0, deltaY: tickPx }
    const one = devtools.send('Input.dispatchMouseEvent', event)
    // A page that crashes meanwhile is noticed below, once.
    one.catch(() => undefined)
    sent.push(one)
    await sleep(16)
  }
  await Promise.all(sent)
  await sleep(300)
}

function figuresOf(frames) {
  const lines = frames.map(({ seen }) => seen.line).filter((line) => line !== undefined && line !== null)
  const intervals = frames.map(({ ms }) => ms)
  return {
    wheelP95Ms: quantile(intervals, 0.95),
    wheelP99Ms: quantile(intervals, 0.99),
    /** Frames in which rows in view were without text. */
    blankFrames: frames.filter(({ seen }) => seen.blank > 0).length,
    blankRows: Math.max(...frames.map(({ seen }) => seen.blank)),
    wheelMoved: new Set(lines).size > 1,
  }
}

/** Jumps of the scrollbar to places all over the log; the same ones for every viewer. */
export async function drag({ session, can }) {
  if (!can.drag) return null
  const frames = []
  for (let jump = 1; jump <= jumps; jump += 1) {
    // Steps of the golden ratio: spread out, and never near the last one.
    const fraction = (jump * 0.618034) % 1
    frames.push(await session.page.evaluate((to) => globalThis.bench.drag(to), fraction))
  }
  await session.page.evaluate(() => globalThis.bench.jumpToStart())
  const reached = frames.filter((count) => count !== null)
  return {
    dragFrames: reached.length === 0 ? null : quantile(reached, 0.5),
    dragWorstFrames: reached.length === 0 ? null : Math.max(...reached),
    dragMissed: frames.length - reached.length,
  }
}
