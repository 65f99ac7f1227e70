import { expect, test } from './fixtures.ts'

/* The sandbox's distribution moves for a quarter of an hour after its start: this file is among the first to run. */

const running = '/biz/2/job-instances/20000000018/steps/20000001801'

test('wait for a running distribution: it moves on, the rows and the focus stay', async ({ page, open }) => {
  await open(running)
  const table = page.getByRole('grid', { name: 'File transfers' })
  await expect(page.getByText(/now, over \d+ transfers/)).toBeVisible()
  await table.getByRole('columnheader', { name: 'Progress' }).getByRole('button').click()
  await table.focus()
  for (let row = 0; row < 12; row += 1) await page.keyboard.press('ArrowDown')
  const keysNow = () =>
    table.getByRole('row').evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('[role="gridcell"]')]
          .slice(2, 6)
          .map((cell) => cell.textContent)
          .join(),
      ),
    )
  const before = await keysNow()
  const progress = () => table.evaluate((grid) => grid.textContent)
  const shownBefore = await progress()
  const top = await table.evaluate((grid) => grid.scrollTop)
  await expect.poll(progress, { timeout: 30_000 }).not.toBe(shownBefore)
  expect(await keysNow()).toEqual(before)
  expect(await table.evaluate((grid) => grid.scrollTop)).toBe(top)
  await expect(table).toBeFocused()
  await expect(page.getByText(/moved on and keeps?/)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Sort and filter again' }).click()
  await expect(page.getByText(/moved on and keeps?/)).toBeHidden()
})
