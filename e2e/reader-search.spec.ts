import { expect, test } from './fixtures.ts'
import { exhibit, linesInView, readerOf } from './reader.ts'

/* The log reader: finding, and showing only what is asked for. */

test('every match is counted, and gone to in turn @firefox', async ({ page, open }) => {
  await open(exhibit('manyLines'))
  const { log, whole, focus, field, bar, seek } = readerOf(page)
  await whole('200,000 lines')
  await focus()
  await page.keyboard.press('ControlOrMeta+f')
  await expect(field).toBeFocused()
  await seek('chunk ERROR')
  await expect(bar).toContainText('1 of 200')
  const current = log.locator('.log-match.current')
  await expect(current).toBeInViewport()
  await expect(current.locator('xpath=ancestor::*[@data-row]')).toContainText('1000 chunk ERROR')
  await page.keyboard.press('Enter')
  await expect(bar).toContainText('2 of 200')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(bar).toContainText('200 of 200, from the end again')
  await expect(log.getByText('200000', { exact: true })).toBeInViewport()
  await bar.getByRole('button', { name: 'Next match' }).click()
  await expect(bar).toContainText('1 of 200, from the top again')
  await seek('no such words anywhere')
  await expect(bar).toContainText('no matches')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(log).toBeFocused()
})

test('a search begins where the reader is', async ({ page, open }) => {
  await open(exhibit('manyLines', '&line=150500'))
  const { line, whole, focus, bar, seek } = readerOf(page)
  await whole('200,000 lines')
  await expect(line(150_500)).toBeInViewport()
  await focus()
  await page.keyboard.press('/')
  await seek('chunk ERROR')
  await expect(bar).toContainText('151 of 200')
  await expect(line(151_000)).toBeInViewport()
})

test('case, whole words, expressions', async ({ page, open }) => {
  await open(exhibit('severities'))
  const { whole, focus, bar, seek } = readerOf(page)
  await whole('100 lines')
  await focus()
  await page.keyboard.press('ControlOrMeta+f')
  const count = async () => Number(/(\d+) of (\d+)/.exec(await bar.innerText())?.[2] ?? -1)
  await seek('error')
  // The field searches with each letter: "e" alone is found far oftener.
  const all = 19
  await expect.poll(count).toBe(all)
  await bar.getByRole('button', { name: 'Match case' }).click()
  await expect.poll(count).toBe(12)
  await bar.getByRole('button', { name: 'Whole word' }).click()
  await expect.poll(count).toBe(9)
  await page.keyboard.press('Alt+c')
  await page.keyboard.press('Alt+w')
  await expect.poll(count).toBe(all)
  await page.keyboard.press('Alt+r')
  await seek('^\\[2026-03-09 09:00:0\\d (ERROR|WARNING)\\]')
  await expect(bar).toContainText('of 2')
})

test('an expression that is none is said to be none', async ({ page, open }) => {
  await open(exhibit('severities', '&find=(&find-as=r'))
  const { log, field, bar } = readerOf(page)
  await expect(bar).toContainText('Not a regular expression')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(log).toContainText('===== platform =====')
})

test('an expression that never ends is stopped, and the page works on meanwhile', async ({ page, open }) => {
  await open(exhibit('progress'))
  const { whole, focus, bar, seek } = readerOf(page)
  await whole('10 lines')
  await focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.press('Alt+r')
  await page.evaluate(() => {
    const frames = window as unknown as { longestFrameMs: number }
    frames.longestFrameMs = 0
    let last = performance.now()
    const tick = () => {
      const now = performance.now()
      frames.longestFrameMs = Math.max(frames.longestFrameMs, now - last)
      last = now
      requestAnimationFrame(tick)
    }
    tick()
  })
  await seek('(=+)+\\d')
  const hosts = page.getByRole('searchbox', { name: 'Filter hosts by address' })
  await hosts.fill('10.101.0.4')
  await expect(page.getByRole('listbox', { name: 'Hosts' }).getByRole('option')).toHaveCount(1)
  await expect(bar).toContainText('Stopped: this expression takes too long at line 6')
  const longest = await page.evaluate(() => (window as unknown as { longestFrameMs: number }).longestFrameMs)
  // An engine that runs in the page would hold it for years; a machine with other work, for a second or two.
  expect(longest).toBeLessThan(10_000)
  await seek('done')
  await expect(bar).toContainText('of 2')
})

test('only what matches, with lines around, or only the others; nothing goes silently', async ({
  page,
  open,
}) => {
  await open(exhibit('manyLines', '&find=chunk+ERROR'))
  const { log, line, whole, bar } = readerOf(page)
  await whole('200,000 lines')
  await bar.getByRole('checkbox', { name: 'Matching lines only' }).check()
  await expect(page.getByText(/^199,800 lines hidden/)).toBeVisible()
  await expect(log.getByRole('button', { name: '999 lines hidden' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Go to the first line' }).click()
  await expect
    .poll(async () => (await linesInView(log)).slice(0, 2).map(({ number }) => number))
    .toEqual([1000, 2000])
  await bar.getByRole('combobox', { name: 'With' }).selectOption('1 line around')
  await expect
    .poll(async () => (await linesInView(log)).slice(0, 4).map(({ number }) => number))
    .toEqual([999, 1000, 1001, 1999])
  await expect(page.getByText(/^199,401 lines hidden/)).toBeVisible()
  await bar.getByRole('combobox', { name: 'With' }).selectOption('0 lines around')
  await bar.getByRole('checkbox', { name: 'The others instead' }).check()
  await expect(page.getByText(/^200 lines hidden/)).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByText(/lines hidden/)).toHaveCount(0)
  await expect(line(1)).toBeAttached()
})

test('only errors, or warnings too', async ({ page, open }) => {
  await open(exhibit('severities'))
  const { log, line, whole, tools, bar } = readerOf(page)
  await whole('100 lines')
  await tools.getByRole('button', { name: 'Search in the log' }).click()
  await bar.getByRole('combobox', { name: 'Show' }).selectOption('Errors')
  await expect(line(6)).not.toBeAttached()
  await expect(line(4)).toBeVisible()
  await expect(page).toHaveURL(/least=error/)
  await bar.getByRole('combobox', { name: 'Show' }).selectOption('Warnings and errors')
  await expect(line(6)).toBeVisible()
  await expect(log).not.toContainText('0 errors, 0 warnings')
})
