import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  createGate,
  type Gate,
  type MountedViewer,
  mountViewer,
  numberedLines,
} from '../mounted-viewer.fixture.tsx'
import { expectTrueRows, logElement, numbersInView, rowsInView } from '../rows-in-view.fixture.ts'
import { longestWaitMs } from './departures.ts'

let mounted: MountedViewer | undefined
let gate: Gate
beforeEach(async () => {
  await page.viewport(1000, 700)
  localStorage.clear()
  gate = createGate()
})
afterEach(() => {
  vi.useRealTimers()
  mounted?.unmount()
})

/** A log of which only the first rows are here: all others are asked for in vain until the gate opens. */
async function mountAtTop(lineCount = 100_000): Promise<void> {
  mounted = mountViewer({ gate })
  await mounted.load(numberedLines(lineCount))
  await expect.element(page.getByText(`${lineCount.toLocaleString('en')} lines`)).toBeVisible()
  await vi.waitFor(expectTrueRows)
  logElement().focus()
  gate.shut()
  // The wait for rows that do not come ends when a test says so.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
}

/** What is asked for is on its way, and the view where it was; once the rows are here, it is where they are. */
async function expectToLeaveWithItsRows(firstThere: number): Promise<void> {
  await expect.poll(() => gate.isAskedFor(firstThere)).toBe(true)
  expectTrueRows()
  expect(numbersInView()[0]).toBe(1)
  gate.open()
  await expect.poll(() => numbersInView()[0]).toBe(firstThere)
  expectTrueRows()
}

const turn = (deltaY: number) =>
  logElement().dispatchEvent(new WheelEvent('wheel', { deltaY, cancelable: true, bubbles: true }))

test('a far line is shown together with the lines around it', async () => {
  await mountAtTop()
  await userEvent.keyboard(':50000{Enter}')
  await expectToLeaveWithItsRows(49_989)
  expect(document.activeElement).toBe(logElement())
})

test('the end, and back', async () => {
  await mountAtTop()
  await userEvent.keyboard('{End}')
  await expect.poll(() => gate.isAskedFor(99_999)).toBe(true)
  expect(numbersInView()[0]).toBe(1)
  // Who changes his mind meanwhile is nowhere else in between.
  await userEvent.keyboard('{Home}')
  gate.open()
  await userEvent.keyboard('{PageDown}')
  await expect.poll(() => numbersInView()[0]).toBe(22)
  expectTrueRows()
  await userEvent.keyboard('{End}')
  await expect.poll(() => numbersInView().at(-1)).toBe(100_000)
  expectTrueRows()
})

test('large turns of the wheel add up while their rows are on the way, beyond the height limit too', async () => {
  await mountAtTop(1_000_000)
  for (const deltaY of [12_000, 12_000, -4_000]) turn(deltaY)
  await expectToLeaveWithItsRows(1001)
  // At the end they are the page's.
  await userEvent.keyboard('{End}')
  await expect.poll(() => numbersInView().at(-1)).toBe(1_000_000)
  expect(turn(12_000)).toBe(true)
})

test('rows that do not come are not waited for: what is there is numbered, and filled when they have come', async () => {
  await mountAtTop()
  await userEvent.keyboard('{End}')
  await expect.poll(() => gate.isAskedFor(99_999)).toBe(true)
  vi.advanceTimersByTime(longestWaitMs)
  const awaited = () => [...logElement().querySelectorAll('.log-number[data-line]')]
  await expect.poll(() => awaited().at(-1)?.getAttribute('data-line')).toBe('100000')
  expect(rowsInView().every(({ text }) => text === '(blank)')).toBe(true)
  gate.open()
  await vi.waitFor(expectTrueRows)
})

test('a view that becomes higher is filled in the same frame', async () => {
  await mountAtTop()
  const scroller = logElement()
  const heightPx = scroller.clientHeight
  const painted = new Promise<readonly string[]>((resolve) => {
    // The last to hear of it: what is there then is what is painted.
    const observer = new ResizeObserver(() => {
      if (scroller.clientHeight === heightPx) return
      observer.disconnect()
      resolve(rowsInView().map(({ text }) => text))
    })
    observer.observe(scroller)
  })
  const container = document.body.lastElementChild as HTMLElement
  container.style.height = '690px'
  const texts = await painted
  expect(texts).toEqual(texts.map((_, index) => `text of ${index + 1}`))
  expect(texts.length).toBeGreaterThanOrEqual(Math.floor((heightPx + 190) / 20))
})
