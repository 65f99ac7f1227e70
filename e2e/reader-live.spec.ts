import type { Page } from '@playwright/test'
import { expect, remote, test } from './fixtures.ts'
import { firstInView, linesInView, readerOf, settled } from './reader.ts'

/* The log reader on a log that grows: a line a second, for six hours. */

const growing = '/biz/2/job-instances/20000000017/steps/20000001701'

async function lineCount(page: Page): Promise<number> {
  const text = await page
    .getByText(/^[\d,]+ lines?\b/)
    .first()
    .textContent()
  return Number((text ?? '').replace(/[^\d,].*$/, '').replaceAll(',', ''))
}

const growsBy = (page: Page, from: number, lines: number) =>
  expect.poll(() => lineCount(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(from + lines)

test('the newest line is followed until the reader scrolls up; the pill brings it back', async ({
  page,
  open,
  anew,
}) => {
  // More lines than fit into the view.
  await remote(anew).advance(60_000)
  await open(growing, anew)
  const { log, whole } = readerOf(page)
  await whole(/\d lines/)
  const follow = page.getByRole('checkbox', { name: 'Follow new output' })
  await expect(follow).toBeChecked()
  expect(await lineCount(page)).toBeGreaterThan(45)
  await growsBy(page, await lineCount(page), 2)
  await expect
    .poll(async () => (await linesInView(log)).at(-1)?.number === (await lineCount(page)))
    .toBe(true)
  await log.hover()
  await page.mouse.wheel(0, -200)
  await expect(follow).not.toBeChecked()
  const first = await settled(() => firstInView(log))
  const pill = page.getByRole('button', { name: /^\d+ new lines?$/ })
  await expect(pill).toBeVisible({ timeout: 30_000 })
  expect(await firstInView(log)).toBe(first)
  await pill.click()
  await expect(follow).toBeChecked()
  await expect(pill).toBeHidden()
  await expect
    .poll(async () => (await linesInView(log)).at(-1)?.number === (await lineCount(page)))
    .toBe(true)
})

test('new output moves nothing, and clears neither selection nor search', async ({ page, open, anew }) => {
  await remote(anew).advance(60_000)
  await open(`${growing}?line=3`, anew)
  const { log, line, chosen, bar, focus, seek } = readerOf(page)
  await expect(line(3)).toBeInViewport()
  await expect(page.getByRole('checkbox', { name: 'Follow new output' })).not.toBeChecked()
  await focus()
  await page.keyboard.press('ControlOrMeta+f')
  await seek('migrate')
  await expect(bar).toContainText(/\d+ of \d+/)
  const matches = async () => Number(/of (\d+)/.exec(await bar.innerText())?.[1] ?? -1)
  const selected = () => page.evaluate(() => String(document.getSelection()))
  await line(5)
    .locator('.log-text')
    .dblclick({ position: { x: 20, y: 8 } })
  const word = await selected()
  expect(word).not.toBe('')
  const [first, before, count] = [await firstInView(log), await lineCount(page), await matches()]
  await growsBy(page, before, 5)
  await expect.poll(matches, { timeout: 30_000 }).toBeGreaterThan(count)
  expect(await firstInView(log)).toBe(first)
  await expect(chosen).toHaveAttribute('aria-posinset', '3')
  expect(await selected()).toBe(word)
  await expect(bar).toContainText(/\d+ of \d+/)
})
