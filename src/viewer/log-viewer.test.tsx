import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { setStandIns } from '#ui'
import { hostileLines } from '../log/text/hostile-lines.fixture.ts'
import { type MountedViewer, mountViewer, numberedLines } from './mounted-viewer.fixture.tsx'
import { expectTrueRows, logElement, numbersInView, rowsInView } from './rows-in-view.fixture.ts'

let mounted: MountedViewer | undefined
beforeEach(async () => {
  await page.viewport(1000, 700)
})
afterEach(() => mounted?.unmount())

function mount(...options: Parameters<typeof mountViewer>): MountedViewer {
  mounted = mountViewer(...options)
  return mounted
}

const log = () => page.getByRole('log', { name: 'Log of 10.0.0.1' })

test('says in words that it loads, that a log is empty, and how long it is', async () => {
  const { load } = mount()
  await expect.element(log()).toHaveTextContent('Loading the log…')
  await load('')
  await expect.element(log()).toHaveTextContent('This log is empty: it has 0 bytes.')
  await load('one\ntwo')
  await expect.element(page.getByText('2 lines · 7 B')).toBeVisible()
  await expect.element(page.getByText('text of')).not.toBeInTheDocument()
})

test('a live log without output says that it waits', async () => {
  const { load } = mount({ live: true })
  await load('')
  await expect.element(log()).toHaveTextContent('No output yet.')
})

test('a log cut off, and one replaced, say so', async () => {
  const { load } = mount()
  await load('one\ntwo\n')
  await load('one\nTWO\n')
  await expect.element(page.getByText('The log was replaced upstream')).toBeVisible()
  await expect.element(log()).toHaveTextContent('TWO')
})

test('a log that is not whole says so, unless the rest is on its way', async () => {
  const half = 'Not the whole log yet: the rest has not arrived.'
  const stopped = mount()
  await stopped.load('one\ntwo\n', false)
  await expect.element(page.getByText(half)).toBeVisible()
  stopped.unmount()
  const arriving = mount({ receiving: true })
  await arriving.load('one\ntwo\n', false)
  await expect.element(page.getByText('2 lines')).toBeVisible()
  await expect.element(page.getByText(half)).not.toBeInTheDocument()
})

test.each([1_000_000, 2_500_000])(
  '%d lines: a click, then End and Home, show the very last and first line',
  async (count) => {
    const { load } = mount()
    await load(numberedLines(count))
    await expect.element(page.getByText(`${count.toLocaleString('en')} lines`)).toBeVisible()
    await userEvent.click(log().getByText('text of 3', { exact: true }))
    expect(document.activeElement).toBe(logElement())
    await userEvent.keyboard('{End}')
    await expect.element(log().getByText(`text of ${count}`, { exact: true })).toBeVisible()
    await expect.poll(() => numbersInView().at(-1)).toBe(count)
    await vi.waitFor(expectTrueRows, { timeout: 15_000 })
    await userEvent.keyboard('{PageUp}{ArrowUp}')
    await vi.waitFor(expectTrueRows, { timeout: 15_000 })
    await userEvent.keyboard('{Home}')
    await expect.poll(() => numbersInView()[0]).toBe(1)
    expectTrueRows()
  },
)

test('the wheel moves lines, not percentages, and never shows a blank row, beyond the height limit too', async () => {
  const { load } = mount()
  await load(numberedLines(2_000_000))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  const scroller = logElement()
  let blanks = 0
  let top = 1
  for (let turn = 0; turn < 60; turn += 1) {
    scroller.scrollBy(0, 10 * 20)
    await nextFrame()
    top += 10
    expect(numbersInView()[0]).toBe(top)
    blanks += rowsInView().filter(({ text }) => text === '(blank)').length
  }
  expect(blanks).toBe(0)
})

test('dragging goes in proportion, and what is shown there is true', async () => {
  const { load } = mount()
  await load(numberedLines(2_000_000))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  const scroller = logElement()
  // The first lines are shown before it is known how many there are; what is read keeps its line while more come.
  await expect.element(page.getByText(/^2,000,000 lines/)).toBeVisible()
  for (const share of [0.5, 0.9, 1, 0.25, 0]) {
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * share
    await expect.poll(() => Math.abs((numbersInView()[0] ?? 0) / 2_000_000 - share)).toBeLessThan(0.02)
    await vi.waitFor(expectTrueRows, { timeout: 15_000 })
  }
})

test('a line chosen from outside is brought into view and marked', async () => {
  const { load, select } = mount({ selection: { first: 70_000, last: 70_002 }, follow: true })
  await load(numberedLines(100_000))
  await expect.element(log().getByText('text of 70000', { exact: true })).toBeVisible()
  const marked = () =>
    [...logElement().querySelectorAll('.selected .log-number')].map((one) => one.textContent)
  expect(marked()).toEqual(['70000', '70001', '70002'])
  await expect.poll(() => mounted?.state().follow).toBe(false)
  select({ first: 5, last: 5 })
  await expect.element(log().getByText('text of 5', { exact: true })).toBeVisible()
  select({ first: 100_001, last: 100_001 })
  await expect.element(page.getByText('There is no line 100,001: the log has 100,000 lines.')).toBeVisible()
})

test('line numbers choose a line, and with shift a range', async () => {
  const { load, state } = mount()
  await load(numberedLines(100))
  await userEvent.click(page.getByRole('button', { name: 'Line 4', exact: true }))
  await expect.poll(() => state().selection).toMatchObject({ first: 4, last: 4 })
  await userEvent.keyboard('{Shift>}')
  await userEvent.click(page.getByRole('button', { name: 'Line 9', exact: true }))
  await userEvent.keyboard('{/Shift}')
  await expect.poll(() => state().selection).toMatchObject({ first: 4, last: 9 })
  expect(numbersInView()[0]).toBe(1)
  expect(document.activeElement).toBe(logElement())
})

test('the line field goes to a line', async () => {
  const { load, state } = mount()
  await load(numberedLines(100_000))
  await userEvent.type(page.getByRole('textbox', { name: 'Go to line' }), '54,321{Enter}')
  await expect.element(log().getByText('text of 54321', { exact: true })).toBeVisible()
  await expect.poll(() => state().selection).toMatchObject({ first: 54_321, last: 54_321 })
  // Asked for from the keys again, the number before is typed over.
  await userEvent.keyboard(':20{Enter}')
  await expect.poll(() => state().selection).toMatchObject({ first: 20, last: 20 })
  await userEvent.keyboard(':0{Enter}')
  await expect.element(page.getByText('There is no line 0: the log has 100,000 lines.')).toBeVisible()
})

test('growth moves nothing, and is counted', async () => {
  const { load, store } = mount({ live: true })
  await load(numberedLines(1000))
  await userEvent.click(log().getByText('text of 5', { exact: true }))
  await userEvent.keyboard('{PageDown}{PageDown}')
  const before = numbersInView()
  await load(numberedLines(1120))
  await expect.element(page.getByRole('button', { name: '120 new lines' })).toBeVisible()
  expect(numbersInView()).toEqual(before)
  expectTrueRows()
  await userEvent.click(page.getByRole('button', { name: '120 new lines' }))
  await expect.poll(() => numbersInView().at(-1)).toBe(1120)
  expect(mounted?.state().follow).toBe(true)
  expect(store.snapshot(JSON.stringify(['step', 'host']))?.revision).toBe(0)
})

test('following keeps the last line in view until the reader scrolls up', async () => {
  const { load, state } = mount({ live: true, follow: true })
  for (let count = 100; count <= 1000; count += 100) {
    await load(numberedLines(count))
    await expect.poll(() => numbersInView().at(-1)).toBe(count)
    expectTrueRows()
  }
  logElement().scrollBy(0, -200)
  await expect.poll(() => state().follow).toBe(false)
  const before = numbersInView()
  await load(numberedLines(2000))
  await expect.element(page.getByText('2,000 lines')).toBeVisible()
  expect(numbersInView()).toEqual(before)
})

test('hostile lines stay text: no element, no title, no script', async () => {
  const { load } = mount()
  await load(hostileLines.join('\n'))
  await expect.element(page.getByText(`${hostileLines.length} lines`)).toBeVisible()
  const names = new Set([...logElement().querySelectorAll('.log-line *')].map((element) => element.localName))
  expect([...names].filter((name) => !['button', 'span', 'a'].includes(name))).toEqual([])
  for (const link of logElement().querySelectorAll('a')) {
    expect(link.protocol).toMatch(/^https?:$/)
    expect(link.rel).toContain('noopener')
  }
  expect(logElement().querySelectorAll('[onerror], [onload], [onmouseover], [onclick]')).toHaveLength(0)
  expect(document.title).not.toBe('owned')
  expect('owned' in window).toBe(false)
})

test('a line of megabytes is shown piece by piece, all of it', async () => {
  const { load } = mount()
  await load(`${'x'.repeat(2 * 1024 * 1024)}\nnext\n`)
  await expect.element(page.getByText('2 lines')).toBeVisible()
  const texts = () => [...logElement().querySelectorAll('.log-text')].map((text) => text.textContent ?? '')
  await expect.poll(() => texts()[0]?.length).toBe(200)
  await userEvent.click(logElement())
  await userEvent.keyboard('{End}')
  await expect.poll(() => texts().at(-1)).toBe('next')
  expect(texts().at(-2)).toMatch(/^x+$/)
  expect(logElement().querySelectorAll('.log-number.continued').length).toBeGreaterThan(10)
})

/** What is in the clipboard. */
async function pasted(): Promise<string> {
  const area = document.body.appendChild(document.createElement('textarea'))
  area.focus()
  await userEvent.paste()
  area.remove()
  return area.value
}

async function copyInto(text: string): Promise<void> {
  const area = document.body.appendChild(document.createElement('textarea'))
  area.value = text
  area.select()
  await userEvent.copy()
  area.remove()
}

test('Ctrl+A and Ctrl+C copy the whole log', async () => {
  const { load } = mount()
  const text = numberedLines(20_000)
  await load(text)
  await userEvent.click(log().getByText('text of 3', { exact: true }))
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.element(page.getByText('All 20,000 lines are selected.')).toBeVisible()
  await userEvent.keyboard('{Control>}c{/Control}')
  await expect.element(page.getByText('Copied 20,000 lines.')).toBeVisible()
  expect(await pasted()).toBe(text)
})

test('a copy that takes long is given up: nothing of it comes into the clipboard', async () => {
  await copyInto('something else')
  const { load } = mount({ lateMs: 300 })
  await load(numberedLines(50))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('{Control>}ac{/Control}')
  const cancel = page.getByRole('button', { name: 'Cancel' })
  await expect.element(page.getByText('Copying…')).toBeVisible()
  ;(cancel.element() as HTMLElement).click()
  await expect.element(cancel).not.toBeInTheDocument()
  // The engine answers in order: by now it has heard of the copy given up.
  await mounted?.store.lines(JSON.stringify(['step', 'host']), 0, 0)
  expect(await pasted()).toBe('something else')
  logElement().focus()
  await userEvent.keyboard('{Control>}ac{/Control}')
  await expect.element(page.getByText(/^Copied 50 lines/)).toBeVisible()
  expect(await pasted()).toBe(numberedLines(50))
})

test('a copy lets a download go on that is being prepared', async () => {
  const saved: string[] = []
  setStandIns({ copy: () => undefined, save: (name) => saved.push(name) > 0 })
  onTestFinished(() => setStandIns(null))
  const { load } = mount({ lateMs: 300 })
  await load(numberedLines(50))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Download the log' }))
  await userEvent.click(page.getByRole('button', { name: 'Download as text' }))
  logElement().focus()
  await userEvent.keyboard('{Control>}ac{/Control}')
  await expect.poll(() => saved).toEqual(['10.0.0.1.log'])
  await expect.poll(pasted).toBe(numberedLines(50))
})

test('a native selection of visible lines holds no line numbers', async () => {
  const { load } = mount()
  await load(numberedLines(50))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  const lines = logElement().querySelectorAll('.log-line')
  const [first, third] = [lines[0], lines[2]]
  if (first === undefined || third === undefined) throw new Error('rows are missing')
  getSelection()?.setBaseAndExtent(first, 0, third, third.childNodes.length)
  expect(getSelection()?.toString().split(/\n+/)).toEqual(['text of 1', 'text of 2', 'text of 3'])
})

test('keys of the browser’s search step through matches wherever the focus is, n in the lines', async () => {
  const { load } = mount()
  await load(numberedLines(2000))
  await userEvent.click(log().getByText('text of 3', { exact: true }))
  // With nothing looked for they ask what to look for.
  await userEvent.keyboard('{F3}')
  const field = page.getByRole('searchbox', { name: 'Search' })
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('of 100')
  const counted = (words: string) =>
    expect.poll(() => document.querySelector('.log-search-count')?.firstChild?.textContent).toBe(words)
  await counted('1 of 11')
  await userEvent.keyboard('{Enter}')
  await counted('2 of 11')
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(log()).toHaveFocus()
  await userEvent.keyboard('n')
  await counted('3 of 11')
  await userEvent.keyboard('{Control>}g{/Control}')
  await counted('4 of 11')
  page.getByRole('button', { name: 'Copy the log' }).element().focus()
  await userEvent.keyboard('{Shift>}{F3}{/Shift}')
  await counted('3 of 11')
})

test('by touch lines are chosen by a tap, more by a button and a tap, or by a long press', async () => {
  const { load, state } = mount()
  await load(numberedLines(2000))
  const number = (lineNumber: number) => page.getByRole('button', { name: `Line ${lineNumber}`, exact: true })
  const tap = (element: Element, type = 'touch'): void => {
    element.dispatchEvent(new PointerEvent('pointerdown', { pointerType: type, bubbles: true }))
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
  await expect.element(number(3)).toBeVisible()
  tap(number(3).element(), 'mouse')
  await expect.poll(() => state().selection).toMatchObject({ first: 3, last: 3 })
  const bar = page.getByRole('group', { name: /^Lines? / })
  await expect.element(bar).not.toBeInTheDocument()
  tap(number(5).element())
  await expect.element(bar).toHaveAccessibleName('Line 5')
  await page.getByRole('button', { name: 'Choose up to…' }).click()
  tap(log().getByText('text of 9', { exact: true }).element())
  await expect.element(bar).toHaveAccessibleName('Lines 5–9')
  await expect.poll(() => state().selection).toMatchObject({ first: 5, last: 9 })
  // Only the next tap: then one chooses anew.
  tap(log().getByText('text of 12', { exact: true }).element())
  await expect.element(bar).toHaveAccessibleName('Lines 5–9')
  // A finger that rests, as on iOS: no other event tells of it, and lifting it is no tap.
  const press = { bubbles: true, cancelable: true, pointerType: 'touch' }
  number(14).element().dispatchEvent(new PointerEvent('pointerdown', press))
  await expect.element(bar).toHaveAccessibleName('Lines 5–14')
  expect(number(14).element().dispatchEvent(new PointerEvent('contextmenu', press))).toBe(false)
  number(14).element().dispatchEvent(new PointerEvent('pointerup', press))
  number(14)
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  await expect.poll(() => state().selection).toMatchObject({ first: 5, last: 14 })
  await page.getByRole('button', { name: 'Choose nothing' }).click()
  await expect.element(bar).not.toBeInTheDocument()
  await expect.poll(() => state().selection).toBeNull()
})

test('the theme of the page is the theme of the log', async () => {
  const { load } = mount()
  await load('\u001b[31mred\u001b[0m')
  await expect.element(log().getByText('red')).toBeVisible()
  const look = () => {
    const red = getComputedStyle(log().getByText('red').element())
    return [red.color, getComputedStyle(logElement().closest('.log-viewer') ?? logElement()).backgroundColor]
  }
  const light = look()
  document.documentElement.dataset['theme'] = 'dark'
  const dark = look()
  delete document.documentElement.dataset['theme']
  expect(light).toEqual(['rgb(176, 30, 30)', 'rgb(255, 255, 255)'])
  expect(dark).toEqual(['rgb(255, 143, 135)', 'rgb(13, 17, 23)'])
})

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}
