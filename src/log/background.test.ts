import { expect, test } from 'vitest'
import { createBackground, sliceMs } from './background.ts'
import { createPause } from './pause.ts'

const idle = Number.POSITIVE_INFINITY

/** A background that answers `waits` in turn, then that it is idle; `ended` resolves when it has said so. */
function begin(waits: readonly number[], pause: () => Promise<void> | undefined = () => undefined) {
  const slices: number[] = []
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const background = createBackground((untilMs) => {
    slices.push(untilMs - performance.now())
    const waitMs = waits[slices.length - 1] ?? idle
    if (waitMs === idle) end()
    return waitMs
  }, pause)
  return { background, slices, ended }
}

test('work goes on slice by slice until nothing is left, and messages are handled in between', async () => {
  const { port1, port2 } = new MessageChannel()
  const { background, slices, ended } = begin([0, 0, 1, 0])
  const slicesAtMessage = new Promise<number>((resolve) => {
    port2.onmessage = () => resolve(slices.length)
  })
  background.wake()
  port1.postMessage(null)
  await ended
  expect(slices).toHaveLength(5)
  expect(Math.max(...slices)).toBeLessThanOrEqual(sliceMs)
  expect(await slicesAtMessage).toBeLessThan(5)
  port1.close()
})

test('what wakes it while it works is not forgotten', async () => {
  const woken: number[] = []
  await new Promise<void>((resolve) => {
    const background = createBackground(
      () => {
        woken.push(woken.length)
        if (woken.length < 3) background.wake()
        else resolve()
        return idle
      },
      () => undefined,
    )
    background.wake()
  })
  expect(woken).toHaveLength(3)
})

test('no slice begins during a pause', async () => {
  const pause = createPause(60_000)
  pause.begin()
  const { background, slices, ended } = begin([0], pause.over)
  background.wake()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(slices).toHaveLength(0)
  pause.end()
  await ended
  expect(slices).toHaveLength(2)
})
