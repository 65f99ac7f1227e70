import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { clipboardText, exhibit, readerOf, settled } from './reader.ts'

/* The log reader: what leaves it. */

test('a selection by mouse over rows that are not in the page any more @firefox', async ({ page, open }) => {
  await open(exhibit('manyLines'))
  const { log, line, whole } = readerOf(page)
  await whole('200,000 lines')
  const from = await line(3).locator('.log-text').boundingBox()
  if (from === null) throw new Error('line 3 is not shown')
  await page.mouse.move(from.x + 1, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 50)
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 400)
  const scrolled = () => log.evaluate((scroller) => scroller.scrollTop)
  await expect.poll(scrolled).toBeGreaterThan(7000)
  await expect(line(20)).not.toBeAttached()
  // Where the line is then is where the mouse goes.
  await settled(scrolled)
  const target = await log.locator('[aria-posinset="405"] .log-text').boundingBox()
  if (target === null) throw new Error('line 405 is not shown')
  await page.mouse.move(target.x + 1, target.y + 10)
  await page.mouse.up()
  await page.keyboard.press('ControlOrMeta+c')
  await expect(page.getByText('Copied', { exact: false }).first()).toBeVisible()
  const lines = (await clipboardText(page)).split('\n')
  expect(lines[0]).toBe('3 chunk ok')
  expect(lines[401]).toBe('404 chunk ok')
  expect(lines).toHaveLength(403)
  expect(lines[402]).toBe('')
})

test('a selection drawn out of the log goes on in it, and a click with Shift reaches back to the one before @firefox', async ({
  page,
  open,
}) => {
  await open(exhibit('manyLines'))
  const { log, line, whole, notice } = readerOf(page)
  await whole('200,000 lines')
  const spot = async (lineNumber: number) => {
    const box = await line(lineNumber).locator('.log-text').boundingBox()
    if (box === null) throw new Error(`line ${lineNumber} is not shown`)
    return { x: box.x + 1, y: box.y + box.height / 2 }
  }
  const copied = async (words: RegExp) => {
    await page.keyboard.press('ControlOrMeta+c')
    await expect(notice).toHaveText(words)
    return (await clipboardText(page)).split('\n')
  }
  const from = await spot(6)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  // Into the page above, over its words.
  for (const y of [from.y - 30, 60, 50]) await page.mouse.move(from.x + 80, y)
  await page.mouse.up()
  expect(await copied(/^Copied 5 lines/)).toEqual([
    ...[1, 2, 3, 4, 5].map((number) => `${number} chunk ok`),
    '',
  ])

  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y + 40)
  // Below it scrolls by itself, as long as the mouse is there.
  await expect
    .poll(async () => {
      await page.mouse.move(from.x + 20, 798 + (Date.now() % 2))
      return log.evaluate((scroller) => scroller.scrollTop)
    })
    .toBeGreaterThan(1500)
  await page.mouse.up()
  const drawn = await copied(/^Copied (?:[6-9]\d|\d{3}) lines/)
  expect(drawn[0]).toBe('6 chunk ok')
  expect(drawn.at(-1)).toBe(`${drawn.length + 5} chunk ok`)
  expect(drawn.length).toBeGreaterThan(60)

  await log.evaluate((scroller) => scroller.scrollTo({ top: 0 }))
  await expect(line(3)).toBeInViewport()
  const begin = await spot(3)
  await page.mouse.click(begin.x, begin.y)
  await log.evaluate((scroller) => scroller.scrollTo({ top: 100_000 }))
  await expect(line(5010)).toBeInViewport()
  const end = await spot(5010)
  await page.keyboard.down('Shift')
  await page.mouse.click(end.x, end.y)
  await page.keyboard.up('Shift')
  const reached = await copied(/^Copied 5,007 lines/)
  expect([reached[0], reached.at(-2), reached.length]).toEqual(['3 chunk ok', '5009 chunk ok', 5008])
})

test('lines chosen and copied by keyboard alone', async ({ page, open }) => {
  await open(exhibit('manyLines', '&line=500'))
  const { line, whole, focus, notice, chosen } = readerOf(page)
  await whole('200,000 lines')
  await expect(line(500)).toBeInViewport()
  await focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('J')
  await expect(chosen).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+c')
  await expect(notice).toHaveText('Copied 3 lines.')
  expect((await clipboardText(page)).trimEnd()).toBe('501 chunk ok\n502 chunk ok\n503 chunk ok')
})

test('the whole log, with the lines that nobody has seen', async ({ page, open }) => {
  await open(exhibit('oneLine'))
  const { whole, focus, notice } = readerOf(page)
  await whole('3 lines · 4 MB')
  await focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+c')
  await expect(notice).toHaveText('Copied 3 lines.')
  const [first, long, last] = (await clipboardText(page)).split('\n')
  expect(first).toMatch(/^the next line has exactly 4 MiB/)
  expect(long).toHaveLength(4 * 1024 * 1024)
  expect(long?.endsWith(' needle ')).toBe(true)
  expect(last).toBe('the line after it')
})

test('secrets do not leave by a copy, unless they are asked for', async ({ page, open }) => {
  await open(exhibit('secrets'))
  const { whole, focus, notice, log } = readerOf(page)
  await whole('29 lines')
  await expect(log).toContainText('DB_PASSWORD=hunter2')
  await focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+c')
  await expect(notice).toHaveText(/^Copied 29 lines, \d+ secrets masked\.$/)
  const masked = await clipboardText(page)
  expect(masked).not.toMatch(/hunter2|AKIA|ghp_a1|MIIEsandbox/)
  expect(masked).toContain('••••')
  expect(masked).toContain('PWD=/data/game max_tokens=512')
  await page.getByRole('button', { name: 'Copy unchanged, secrets included' }).first().click()
  await expect(notice).toHaveText('Copied 29 lines.')
  expect(await clipboardText(page)).toContain('DB_PASSWORD=hunter2')
})

test('a copy with colours, and one for a chat with a link that opens the line', async ({
  page,
  open,
  context,
}) => {
  await open(exhibit('colours'))
  const { whole, log, menu, notice, chosen, seek } = readerOf(page)
  await whole(/1,\d{3} lines/)
  await page.getByRole('button', { name: 'Search in the log' }).click()
  await seek('green begins here')
  // Not the match of its first letters.
  await expect(log.locator('.log-match.current')).toHaveText('green begins here')
  const number = await log.locator('[data-row]:has(.log-match.current)').getAttribute('aria-posinset')
  await log.getByRole('link', { name: `Line ${number}`, exact: true }).click()
  await expect(chosen).toHaveCount(1)
  const panel = await menu('Copy the log')
  await panel.getByRole('button', { name: 'Copy with colours (ANSI)' }).click()
  await expect(notice).toHaveText('Copied 1 line.')
  const coloured = await clipboardText(page)
  expect(coloured.replaceAll('\u001b', 'ESC')).toMatch(
    /^ESC\[[\d;]*32mgreen begins here and is not switched off/,
  )
  await (await menu('Copy the log')).getByRole('button', { name: 'Copy as Markdown with a link' }).click()
  await expect(notice).toHaveText('Copied 1 line.')
  const markdown = await clipboardText(page)
  expect(markdown).toContain('```')
  const address = /\(<(http[^>]+)>\)/.exec(markdown)?.[1] ?? ''
  expect(address).toMatch(/line=\d+&.*anchor=[0-9a-z]{8}/)
  const other = await context.newPage()
  await other.goto(address)
  await expect(readerOf(other).chosen).toContainText('green begins here', { timeout: 30_000 })
})

test('downloads are named after what they hold, and hold it', async ({ page, open }) => {
  await open(exhibit('secrets'))
  const { whole, notice } = readerOf(page)
  await whole('29 lines')
  const text = await download(page, 'Download as text')
  expect(text.name).toMatch(/10\.101\.0\.7.*\.log$/)
  expect(text.content).not.toContain('hunter2')
  expect(text.content).not.toContain('\u001b')
  await expect(notice).toHaveText(/^Downloaded, \d+ secrets masked\.$/)
  const ansi = await download(page, 'Download with colours (ANSI)')
  expect(ansi.name).toMatch(/10\.101\.0\.7.*\.colours\.log$/)
  expect(ansi.content).not.toContain('hunter2')
  expect(ansi.content).toContain('\u001b[')
  const raw = await download(page, 'Download unchanged, secrets included')
  expect(raw.name).toMatch(/10\.101\.0\.7.*\.raw\.log$/)
  expect(raw.content).toContain('hunt\u001b[22mer2')
})

async function download(
  page: Page,
  choice: string,
): Promise<{ readonly name: string; readonly content: string }> {
  const panel = await readerOf(page).menu('Download the log')
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: choice }).click(),
  ])
  return { name: saved.suggestedFilename(), content: await readFile(await saved.path(), 'utf8') }
}
