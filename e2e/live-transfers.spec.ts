import type { Page } from '@playwright/test'
import { expect, remote, setHidden, test } from './fixtures.ts'
import { settled } from './reader.ts'

const running = '/biz/2/job-instances/20000000018/steps/20000001801'

const tableOf = (page: Page) => page.getByRole('grid', { name: 'File transfers' })

/** The rows in the page, each by its paths and hosts. */
const keysOf = (page: Page) =>
  tableOf(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('[role="gridcell"]')]
          .slice(2, 6)
          .map((cell) => cell.textContent)
          .join(),
      ),
    )

/** How far the rows in the page have come, in percent; those of which that is not known are left out. */
const sharesOf = async (page: Page) => {
  const texts = await tableOf(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => row.querySelectorAll('[role="gridcell"]').item(8)?.textContent ?? ''),
    )
  return texts.filter((text) => text.endsWith('%')).map((text) => Number.parseFloat(text))
}

test('wait for a running distribution: it moves on, the rows and the focus stay', async ({
  page,
  open,
  anew,
}) => {
  test.slow()
  // Half of the hosts have begun then.
  await remote(anew).advance(150_000)
  await open(running, anew)
  const table = tableOf(page)
  await expect(page.getByText(/now, over \d+ transfers?/)).toBeVisible()
  const progress = table.getByRole('columnheader', { name: 'Progress' })
  await progress.getByRole('button').click()
  await table.focus()
  for (let row = 0; row < 12; row += 1) await page.keyboard.press('ArrowDown')
  const before = await settled(() => keysOf(page))
  const shown = () => table.evaluate((grid) => grid.textContent)
  const shownBefore = await shown()
  const top = await table.evaluate((grid) => grid.scrollTop)
  await expect.poll(shown, { timeout: 30_000 }).not.toBe(shownBefore)
  expect(await keysOf(page)).toEqual(before)
  expect(await table.evaluate((grid) => grid.scrollTop)).toBe(top)
  await expect(table).toBeFocused()
  const notice = page.getByText(/moved on and keeps?/)
  await expect(notice).toBeVisible({ timeout: 30_000 })
  // The next news move rows out of place again; in a hidden tab none come but those on their way.
  await setHidden(page, true)
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Sort and filter again' })
    if (await again.isVisible()) await again.click()
    await expect(notice).toBeHidden({ timeout: 1_000 })
  }).toPass()
  const shares = await settled(() => sharesOf(page))
  expect(shares.length).toBeGreaterThan(10)
  const isDescending = (await progress.getAttribute('aria-sort')) === 'descending'
  expect(shares).toEqual(shares.toSorted((one, other) => (isDescending ? other - one : one - other)))
})
