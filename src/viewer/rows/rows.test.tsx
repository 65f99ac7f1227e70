import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type MountedViewer, mountViewer, numberedLines } from '../mounted-viewer.fixture.tsx'

let mounted: MountedViewer | undefined
beforeEach(async () => {
  await page.viewport(1000, 700)
  localStorage.clear()
})
afterEach(() => mounted?.unmount())

function mount(...options: Parameters<typeof mountViewer>): MountedViewer {
  mounted = mountViewer(...options)
  return mounted
}

const log = () => page.getByRole('log')
const logElement = () => log().element() as HTMLElement
const rowElements = () => [...logElement().querySelectorAll<HTMLElement>('.log-line')]
const textOf = (row: Element | undefined) => row?.querySelector('.log-text')?.textContent ?? ''

/** First line in view, by its number; a continued line has none. */
function topLine(): { readonly number: string; readonly text: string } {
  const { top } = logElement().getBoundingClientRect()
  const row = rowElements().find((one) => one.getBoundingClientRect().bottom > top + 1)
  return { number: row?.querySelector('.log-number')?.textContent ?? '', text: textOf(row) }
}

/** Pixels from the top of the page to a button in the log. */
const topOf = (name: string) =>
  page.getByRole('button', { name, exact: true }).element().getBoundingClientRect().top

const paste = async (): Promise<string> => {
  const area = document.createElement('textarea')
  document.body.append(area)
  area.focus()
  await userEvent.paste()
  const { value } = area
  area.remove()
  return value
}

const wideLine = (number: number) => `${number} ${'日志 wide 文字 '.repeat(20)}`

test('wrapped rows fit the view, lose nothing, and keep the place when toggled', async () => {
  const { load } = mount()
  await load(Array.from({ length: 50_000 }, (_, index) => wideLine(index + 1)).join('\n'))
  await expect.element(page.getByText('50,000 lines')).toBeVisible()
  await userEvent.type(page.getByRole('textbox', { name: 'Go to line' }), '40000{Enter}')
  await expect.element(page.getByRole('button', { name: 'Line 40000', exact: true })).toBeVisible()
  const before = topOf('Line 40000')
  await userEvent.click(page.getByRole('button', { name: /wrap/i }))
  await expect.poll(() => logElement().querySelectorAll('.log-number.continued').length).toBeGreaterThan(5)
  expect(topOf('Line 40000')).toBe(before)
  const scroller = logElement()
  expect(scroller.scrollWidth).toBeLessThanOrEqual(scroller.clientWidth)
  const rows = rowElements()
  const number = 39_999
  const rowOf = (wanted: number) =>
    rows.findIndex((row) => row.querySelector('.log-number')?.textContent === String(wanted))
  expect(
    rows
      .slice(rowOf(number), rowOf(number + 1))
      .map(textOf)
      .join(''),
  ).toBe(wideLine(number))
  // By hand: now it is the row at the top that stays.
  scroller.scrollTop += topOf('Line 40001') - scroller.getBoundingClientRect().top
  await expect.poll(() => topLine().number).toBe('40001')
  await userEvent.click(page.getByRole('button', { name: /wrap/i }))
  await expect.poll(() => logElement().querySelectorAll('.log-number.continued').length).toBe(0)
  expect(topLine().number).toBe('40001')
})

test('wide characters stand in the columns of narrow ones', async () => {
  const { load } = mount()
  await load('日志日志|\nxxxxxxxx|\n👩‍👩‍👧‍👦xxxxxx|\n\t|\n')
  await expect.element(log().getByText('xxxxxxxx|')).toBeVisible()
  const ends = rowElements().map((row) => row.querySelector('.log-text')?.getBoundingClientRect().width ?? 0)
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(1)
})

test('a selection goes over rows that are not in the page, stays, and is copied whole', async () => {
  const { load } = mount({ live: true })
  await load(numberedLines(5000))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  const first = logElement().querySelector('[data-row="1"] .log-text')?.firstChild
  if (first === null || first === undefined) throw new Error('row 1 is missing')
  getSelection()?.setBaseAndExtent(first, 5, first, 7)
  await userEvent.keyboard('{Tab}')
  logElement().scrollTop = 2000 * 20
  await expect.poll(() => topLine().number).toBe('2001')
  const last = logElement().querySelector('[data-row="2004"] .log-text')?.firstChild
  if (last === null || last === undefined) throw new Error('row 2004 is missing')
  getSelection()?.extend(last, 4)
  await load(numberedLines(6000))
  await expect.element(page.getByText('6,000 lines')).toBeVisible()
  logElement().focus()
  await userEvent.copy()
  await expect.element(page.getByText(/^Copied 2,004 lines/)).toBeVisible()
  const copied = (await paste()).split('\n')
  expect(copied).toHaveLength(2004)
  expect([copied[0], copied[1], copied.at(-1)]).toEqual(['of 2', 'text of 3', 'text'])
})

test('lines are chosen, read and copied by keyboard alone', async () => {
  const { load, state } = mount()
  await load(numberedLines(1000))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('jjj')
  await expect.poll(() => document.activeElement?.getAttribute('aria-posinset')).toBe('3')
  expect(document.activeElement?.textContent).toContain('text of 3')
  expect(document.activeElement?.getAttribute('aria-setsize')).toBe('1000')
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}')
  await expect.poll(() => state().selection).toMatchObject({ first: 3, last: 4 })
  await userEvent.keyboard('{Control>}c{/Control}')
  await expect.element(page.getByText(/^Copied 2 lines/)).toBeVisible()
  expect(await paste()).toBe('text of 3\ntext of 4')
})

test('keys that are pressed before anything is rendered build on each other, in their order', async () => {
  const { load, state } = mount()
  await load(
    Array.from({ length: 90 }, (_, index) => (index % 10 === 9 ? 'ERROR broken' : `text ${index}`)).join(
      '\n',
    ),
  )
  await expect.element(page.getByText('9 errors')).toBeVisible()
  logElement().focus()
  const press = (...keys: readonly string[]): void => {
    for (const key of keys)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
  }
  press('j', 'j', 'j')
  await expect.poll(() => state().selection).toMatchObject({ first: 3, last: 3 })
  press('J', 'J')
  await expect.poll(() => state().selection).toMatchObject({ first: 3, last: 5 })
  // Each of these waits for an answer of the log, the second for that of the first.
  press('e', 'j', 'e', 'J')
  await expect.poll(() => state().selection).toMatchObject({ first: 20, last: 21 })
  const top = Number(topLine().number)
  press('k', 'Escape', 'j')
  await expect.poll(() => state().selection).toMatchObject({ first: top, last: top })
  const wrap = page.getByRole('button', { name: 'Wrap long lines' })
  press('w', 'w', 'w')
  await expect.element(wrap).toHaveAttribute('aria-pressed', 'true')
})

test('the first line chosen by keyboard is one that is shown, not one hidden above it', async () => {
  const { load, state } = mount()
  await load(numberedLines(90))
  await expect.element(page.getByText('90 lines')).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('/')
  await userEvent.fill(page.getByRole('searchbox', { name: 'Search' }), 'of 7')
  await userEvent.click(page.getByRole('checkbox', { name: 'Matching lines only' }))
  await expect.element(log().getByText('6 lines hidden')).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('j')
  await expect.poll(() => state().selection).toMatchObject({ first: 7, last: 7 })
  await userEvent.keyboard('j')
  await expect.poll(() => state().selection).toMatchObject({ first: 70, last: 70 })
})

test('letters with Ctrl and Shift are left to the browser', async () => {
  const { load, select } = mount()
  await load(numberedLines(90))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  select({ first: 2, last: 3 })
  await expect.poll(() => logElement().querySelectorAll('.selected').length).toBe(2)
  const isTaken = (key: string, shiftKey: boolean): boolean =>
    !logElement().dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey, ctrlKey: true, bubbles: true, cancelable: true }),
    )
  expect(['A', 'C', 'F'].map((key) => isTaken(key, true))).toEqual([false, false, false])
  expect(['a', 'c', 'f'].map((key) => isTaken(key, false))).toEqual([true, true, true])
})

test('the focused row stays when it is scrolled away, so keys go on working', async () => {
  const { load } = mount()
  await load(numberedLines(5000))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('j')
  await expect.poll(() => document.activeElement?.getAttribute('aria-posinset')).toBe('1')
  logElement().scrollTop = 50_000
  await expect.poll(() => topLine().number).toBe('2501')
  await userEvent.keyboard('{ArrowDown}')
  await expect.poll(() => topLine().number).toBe('2502')
})

test('an address finds its line again when lines came above it, and says so', async () => {
  const { load, select, state } = mount()
  await load(numberedLines(3000))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  await userEvent.type(page.getByRole('textbox', { name: 'Go to line' }), '1234{Enter}')
  await expect.poll(() => state().selection?.anchor).toMatch(/^[0-9a-z]+$/)
  const linked = state().selection
  mounted?.unmount()

  const later = mount({ selection: linked })
  await later.load(`${'something that came before\n'.repeat(100)}${numberedLines(3000)}`)
  await expect.element(log().getByText('text of 1234', { exact: true })).toBeVisible()
  await expect.element(page.getByText(/1,?334/).first()).toBeVisible()
  await expect.poll(() => later.state().selection).toMatchObject({ first: 1334, last: 1334 })
  select(null)
})

test('a line that was linked to without what it says gets it when its number is pressed', async () => {
  const { load, state } = mount({ selection: { first: 3, last: 3 } })
  await load(numberedLines(20))
  await expect.element(log().getByText('text of 3', { exact: true })).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Line 3', exact: true }))
  await expect.poll(() => state().selection?.anchor).toMatch(/^[0-9a-z]+$/)
  expect(state().selection).toMatchObject({ first: 3, last: 3 })
})

test('a log that was emptied says so, and is not waited for as if nothing had come', async () => {
  const { load } = mount({ live: true })
  await load('')
  await expect.element(log().getByText('No output yet', { exact: false })).toBeVisible()
  await load(numberedLines(3))
  await expect.element(log().getByText('text of 3', { exact: true })).toBeVisible()
  await load('')
  await expect.element(log().getByText('This log was emptied')).toBeVisible()
})

test('an address whose line is gone says so', async () => {
  const { load } = mount({ selection: { first: 20, last: 20, anchor: 'zzzzz' } })
  await load(numberedLines(100))
  await expect
    .element(
      page
        .getByRole('status')
        .getByText(/not|no longer|gone/i)
        .first(),
    )
    .toBeVisible()
  await expect.element(log().getByText('text of 20', { exact: true })).toBeVisible()
})

test('sections fold, and what they hide is counted', async () => {
  const { load } = mount()
  await load(`before\n##[group]Fetch\n${numberedLines(30)}##[endgroup]\nafter\n`)
  const fold = page.getByRole('button', { name: /Fold .*Fetch/ })
  await userEvent.click(fold)
  await expect.element(log().getByText('after', { exact: true })).toBeVisible()
  expect(rowElements().map(textOf)).not.toContain('text of 1')
  await expect.element(page.getByText(/lines? hidden/).first()).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: /Unfold .*Fetch/ }))
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
})

test('a progress bar shows its last state, and its earlier ones on demand', async () => {
  const { load } = mount()
  await load('fetch 10%\rfetch 50%\rfetch 100%\ndone\n')
  await expect.element(log().getByText('fetch 100%')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: '2 earlier states' }))
  await expect.element(log().getByText('fetch 50%')).toBeVisible()
  expect(rowElements().map(textOf)).toEqual(['fetch 10%', 'fetch 50%', 'fetch 100%', 'done'])
})

test('a counter that goes back by backspaces has earlier states, by keyboard too; a manual page has bold', async () => {
  const { load, state } = mount()
  await load('busy 1/3\b\b\b2/3\b\b\b3/3\nN\bNA\bAM\bME\bE _\bf\n')
  await expect.element(log().getByText('busy 3/3')).toBeVisible()
  await expect.element(page.getByRole('button', { name: '2 earlier states' })).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('j')
  await expect.poll(() => state().selection?.first).toBe(1)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => rowElements().map(textOf)).toEqual(['busy 1/3', '2/3', 'busy 3/3', 'NAME f'])
  const looks = [...(rowElements()[3]?.querySelectorAll<HTMLElement>('.log-text span') ?? [])]
  const look = (span: HTMLElement) => {
    const { fontWeight, textDecorationLine } = getComputedStyle(span)
    return [span.textContent, fontWeight, textDecorationLine]
  }
  expect(looks.map(look)).toEqual([
    ['NAME', '700', 'none'],
    ['f', '400', 'underline'],
  ])
})

test('bytes that are no text, and half a character, are shown as marks and copied as they are', async () => {
  const { load } = mount()
  const bytes = [0x61, 0xb4, 0xed, 0xce, 0xf3, 0x62, 0x0a, 0x63, 0xed, 0xa0, 0xbd, 0x64, 0x0a]
  await load(new Blob([Uint8Array.from(bytes)]))
  await expect.element(log().getByText('U+D83D')).toHaveAttribute('title', 'Invisible character U+D83D')
  expect(rowElements().map(textOf)).toEqual(['a\ufffd\ufffd\ufffd\ufffdb', 'cU+D83Dd'])
})

test('an error in a folded section is unfolded, and the next one is reached from it', async () => {
  const { load, state } = mount()
  const error = '2026-11-22 10:00:00 ERROR broken'
  const info = '2026-11-22 10:00:00 INFO fine'
  await load(
    [info, '##[group]Fetch', ...Array.from({ length: 50 }, () => info), error, '##[endgroup]', error].join(
      '\n',
    ),
  )
  await userEvent.click(page.getByRole('button', { name: /Fold .*Fetch/ }))
  await expect.poll(() => logElement().querySelectorAll('.log-gap').length).toBe(1)
  logElement().focus()
  await userEvent.keyboard('e')
  await expect.poll(() => state().selection?.first).toBe(53)
  await expect.poll(() => logElement().querySelector('.selected .log-text')?.textContent).toBe(error)
  await userEvent.keyboard('e')
  await expect.poll(() => state().selection?.first).toBe(55)
})

test('what begins at the chosen line is folded by keyboard, and lines in the fold are passed over', async () => {
  const { load, state } = mount()
  await load(`before\n##[group]Fetch\n${numberedLines(30)}##[endgroup]\nafter\n`)
  await expect.element(log().getByText('before', { exact: true })).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('j')
  await expect.poll(() => state().selection?.first).toBe(1)
  await userEvent.keyboard('j')
  await expect.poll(() => state().selection?.first).toBe(2)
  // What lines mean is known a little after they are shown.
  await expect.element(page.getByRole('button', { name: /^Fold “Fetch”/ })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => logElement().querySelectorAll('.log-gap').length).toBe(1)
  await userEvent.keyboard('j')
  await expect.poll(() => state().selection?.first).toBe(34)
  await userEvent.keyboard('k')
  await expect.poll(() => state().selection?.first).toBe(2)
})

test('a link to a line of a wrapped log goes there while the log is laid out anew and grows', async () => {
  localStorage.setItem('joblens.reader', JSON.stringify({ wrap: true }))
  // Line numbers get a sixth digit just after the line has come: rows are asked for anew, and others come meanwhile.
  const { load } = mount({ selection: { first: 99_990, last: 99_990 }, lateMs: 200 })
  await load(Array.from({ length: 200_000 }, (_, index) => `${index + 1} ${'word '.repeat(30)}`).join('\n'))
  const line = page.getByRole('button', { name: 'Line 99990', exact: true })
  await expect.element(line).toBeInViewport()
  // Nor does the next layout lose it.
  const container = document.body.lastElementChild as HTMLElement
  container.style.width = '400px'
  await expect.poll(() => logElement().querySelectorAll('.log-number.continued').length).toBeGreaterThan(20)
  await expect.element(line).toBeInViewport()
})

test('who scrolls before the linked line has come is left in peace', async () => {
  const { load } = mount({ selection: { first: 5000, last: 5000 }, receiving: true })
  await load(numberedLines(1000), false)
  await expect.element(page.getByText('Waiting for line 5,000')).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('{PageDown}')
  const before = topLine()
  await load(numberedLines(6000))
  await expect.element(page.getByText('6,000 lines')).toBeVisible()
  expect(topLine()).toEqual(before)
})

test('a log read for the first time has no new lines', async () => {
  const { load } = mount()
  await load(numberedLines(1000))
  await expect.element(page.getByText('1,000 lines')).toBeVisible()
  await expect.element(log().getByText('text of 1', { exact: true })).toBeVisible()
  await expect.element(page.getByRole('button', { name: /new line/ })).not.toBeInTheDocument()
})

test('the list stays as wide as its widest line was: who reads to the right stays there', async () => {
  const { load } = mount()
  const lines = Array.from({ length: 400 }, (_, index) =>
    index === 5 ? 'wide '.repeat(400) : `line ${index + 1}`,
  )
  await load(lines.join('\n'))
  await expect.element(page.getByText('400 lines')).toBeVisible()
  const scroller = logElement()
  await expect.poll(() => scroller.scrollWidth).toBeGreaterThan(scroller.clientWidth)
  const { scrollWidth } = scroller
  scroller.focus()
  await userEvent.keyboard('{PageDown}')
  scroller.scrollLeft = 200
  await userEvent.keyboard('{PageDown}{PageDown}{PageDown}')
  await expect.poll(() => topLine().text).toMatch(/^line \d+$/)
  expect(scroller.scrollWidth).toBe(scrollWidth)
  expect(scroller.scrollLeft).toBe(200)
  // Wrapped, all of it is in the view.
  await userEvent.keyboard('w')
  await expect.poll(() => scroller.scrollWidth).toBe(scroller.clientWidth)
})
