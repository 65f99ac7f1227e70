import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { addressField, exhibit, firstInView, readerOf } from './reader.ts'

/* The log reader: everything it shows is in the address, and comes back from it. */

async function expectAsLinked(page: Page): Promise<void> {
  const { log, line, chosen, bar, field } = readerOf(page)
  await expect(line(151_003)).toBeInViewport({ timeout: 30_000 })
  await expect(chosen).toHaveCount(3)
  await expect(chosen.first()).toContainText('151003 chunk ok')
  await expect(field).toHaveValue('^151\\d{3} CHUNK')
  await expect(bar.getByRole('button', { name: 'Regular expression' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(bar.getByRole('button', { name: 'Match case' })).toHaveAttribute('aria-pressed', 'false')
  await expect(bar).toContainText('1,000 matches')
  await expect(bar.getByRole('checkbox', { name: 'Matching lines only' })).toBeChecked()
  await expect(bar.getByRole('combobox', { name: 'With' })).toHaveValue('3')
  await expect(log.locator('.log-match').first()).toBeVisible()
}

test('lines, search and filter come back: by a reload, and in another browser @firefox', async ({
  page,
  open,
  browser,
}) => {
  await open(exhibit('manyLines', '&line=151000'))
  const { log, chosen, line, whole, bar, focus, seek } = readerOf(page)
  await whole('200,000 lines')
  await expect(line(151_000)).toBeInViewport()
  await focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.press('Alt+r')
  await seek('^151\\d{3} CHUNK')
  await expect(bar).toContainText('of 1,000')
  await bar.getByRole('checkbox', { name: 'Matching lines only' }).check()
  await bar.getByRole('combobox', { name: 'With' }).selectOption('3 lines around')
  // With the lines around, the rows move down once more.
  await expect(line(150_997)).toBeVisible()
  // Rows that still move under the pointer take no click: whoever sees that presses again.
  await expect(async () => {
    await line(151_003).getByRole('link', { name: 'Line 151003' }).click()
    await expect(chosen).toContainText('151003 chunk ok', { timeout: 2_000 })
  }).toPass()
  await line(151_005)
    .getByRole('link', { name: 'Line 151005' })
    .click({ modifiers: ['Shift'] })
  await expect.poll(() => addressField(page, 'line')).toBe('151003-151005')
  expect(addressField(page, 'anchor')).toMatch(/^[0-9a-z]{8}$/)
  const fields = ['find', 'find-as', 'only', 'around', 'others', 'least']
  expect(fields.map((name) => addressField(page, name))).toEqual([
    '^151\\d{3} CHUNK',
    'r',
    '1',
    '3',
    null,
    null,
  ])
  await expect(log.locator('.log-match').first()).toBeVisible()
  await page.reload()
  await expectAsLinked(page)
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await elsewhere.addCookies(await page.context().cookies())
  await other.goto(page.url())
  await expectAsLinked(other)
  await elsewhere.close()
})

test('the number of a line is a link to it that keeps what is looked for', async ({
  page,
  open,
  context,
}) => {
  await open(exhibit('manyLines', '&find=ERROR&line=4000'))
  const { line, whole } = readerOf(page)
  await whole('200,000 lines')
  const href = await line(4002).getByRole('link', { name: 'Line 4002' }).getAttribute('href')
  const other = await context.newPage()
  await other.goto(new URL(href ?? '', page.url()).href)
  await expect(readerOf(other).chosen).toContainText('4002 chunk ok')
  await expect(readerOf(other).bar).toContainText('200 matches')
})

test('a link finds its line again after lines came before it, and says so @firefox', async ({
  page,
  open,
}) => {
  await open(exhibit('manyLines', '&line=123456'))
  const { line, chosen, whole } = readerOf(page)
  await whole('200,000 lines')
  await line(123_457).getByRole('link', { name: 'Line 123457' }).click()
  await expect.poll(() => addressField(page, 'line')).toBe('123457')
  const anchor = addressField(page, 'anchor')
  expect(anchor).toMatch(/^[0-9a-z]{8}$/)
  // Firefox puts scrollers back where they were: the link knows better.
  await page.reload()
  await expect(chosen).toContainText('123457 chunk ok')
  await expect(line(123_457)).toBeInViewport()
  await open(exhibit('manyLines', `&line=120000&anchor=${anchor}`))
  const { notice } = readerOf(page)
  await expect(notice).toHaveText('What was line 120,000 when it was linked to is line 123,457 now.')
  await expect(line(123_457)).toBeInViewport()
  await expect(chosen).toContainText('123457 chunk ok')
  await expect.poll(() => addressField(page, 'line')).toBe('123457')
})

test('a link says when its line is gone, and when there never was one', async ({ page, open }) => {
  await open(exhibit('severities', '&line=20&anchor=zzzzz'))
  const { notice, chosen } = readerOf(page)
  await expect(notice).toHaveText(/not in this log any more. This is line 20 now\./)
  await expect(chosen).toHaveAttribute('aria-posinset', '20')
  await open(exhibit('severities', '&line=5000'))
  await expect(notice).toHaveText(/^There is no line 5,?000: the log has 100 lines\.$/)
})

test('nonsense in an address is as if it were not there', async ({ page, open }) => {
  await open(
    exhibit('severities', '&line=-4&anchor=%00&find-as=zzz&around=many&least=worst&only=2&find=upstream'),
  )
  const { whole, bar, chosen } = readerOf(page)
  await whole('100 lines')
  await expect(bar).toContainText('1 of 3')
  await expect(page.getByText(/lines hidden/)).toHaveCount(0)
  await expect(chosen).toHaveCount(0)
})

test('from host to host the search goes along, the line does not; back is back', async ({ page, open }) => {
  await open(exhibit('severities', '&line=13&find=error'))
  const { log, bar, field, chosen } = readerOf(page)
  await expect(chosen).toHaveAttribute('aria-posinset', '13')
  await page.getByRole('option', { name: /^10\.101\.0\.6,/ }).click()
  await expect(log.locator('.log-match.current')).toBeInViewport()
  await expect(field).toHaveValue('error')
  await expect(bar).toContainText(/1 of \d/)
  await expect(chosen).toHaveCount(0)
  await expect(page).toHaveURL(/host=50106/)
  expect(addressField(page, 'line')).toBeNull()
  await page.goBack()
  await expect(chosen).toHaveAttribute('aria-posinset', '13')
})

test('a key held down for long leaves the address right', async ({ page, open }) => {
  await open(exhibit('severities', '&line=10'))
  const { line, whole, focus, chosen } = readerOf(page)
  await whole('100 lines')
  await expect(line(10)).toBeInViewport()
  await focus()
  await page.keyboard.press('ControlOrMeta+f')
  const regex = page.getByRole('button', { name: 'Regular expression' })
  await regex.evaluate(async (button: HTMLElement) => {
    for (let press = 0; press < 301; press++) {
      button.click()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
  // Which way it stands in the end is the clicks' affair: the address has to say the same.
  const isPressed = (await regex.getAttribute('aria-pressed')) === 'true'
  await expect.poll(() => addressField(page, 'find-as')).toBe(isPressed ? 'r' : null)
  await focus()
  await page.keyboard.press('j')
  await expect.poll(() => addressField(page, 'line')).toBe('11')
  await expect(chosen).toHaveAttribute('aria-posinset', '11')
})

test('a node-man log has the same address', async ({ page, open }) => {
  await open('/node-man/jobs/1117/instances/host%7Cinstance%7Chost%7C2000200270?find=INFO')
  const { log, bar, line, chosen } = readerOf(page)
  await expect(bar).toContainText(/1 of \d/)
  await line(2).getByRole('link', { name: 'Line 2' }).click()
  await expect.poll(() => addressField(page, 'line')).toBe('2')
  expect(addressField(page, 'anchor')).toMatch(/^[0-9a-z]{8}$/)
  expect(addressField(page, 'step')).toMatch(/^\d+$/)
  await bar.getByRole('checkbox', { name: 'Matching lines only' }).check()
  await expect(page).toHaveURL(/only=1/)
  await page.reload()
  await expect(chosen.or(page.getByText(/Line 2 is hidden/)).first()).toBeVisible()
  await expect(bar.getByRole('checkbox', { name: 'Matching lines only' })).toBeChecked()
  expect(await firstInView(log)).toBeGreaterThan(0)
})
