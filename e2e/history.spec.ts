import { expect, test } from './fixtures.ts'

/* What ran in a scope, which of it matters, and how it went the other times. */

const history = '/biz/2/job-instances'

test('the slowest of the failed ones, by keys alone, and back to the same rows', async ({ page, open }) => {
  await open(`${history}?range=30d&size=200`)
  const grid = page.getByRole('grid', { name: 'Job instances' })
  await expect(grid.getByRole('row').nth(20)).toBeVisible()
  await page
    .getByRole('group', { name: /^The [\d,]+ rows here:/ })
    .getByRole('button', { name: /^Failed/ })
    .click()
  await grid.getByRole('button', { name: 'Duration' }).dblclick()
  await page.keyboard.press('/')
  await page.keyboard.type('nightly check')
  const rows = grid.getByRole('row').filter({ hasText: 'nightly check' })
  await expect(grid.getByRole('row').filter({ hasText: 'Success' })).toHaveCount(0)
  await expect(rows.first()).toContainText('9 min 40 s')
  await expect(page).toHaveURL(/(?=.*q=nightly.check)(?=.*only=4)(?=.*sort=-duration)/)
  await page.keyboard.press('ArrowDown')
  await expect(grid).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/job-instances\/20000003027/)
  await page.goBack()
  await expect(page.getByLabel('Filter these rows')).toHaveValue('nightly check')
  await expect(rows.first()).toContainText('9 min 40 s')
  // The keys go on where they were.
  await expect(grid).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toHaveAttribute('data-active')
})

test("compare with last week's run", async ({ page, open }) => {
  await open(`${history}?range=7d&name=nightly+check`, 'gateway-v3')
  await expect(page.getByText(/at most 30 days at once/)).toBeVisible()
  await page.getByRole('button', { name: 'Earlier runs of 每夜巡检 nightly check' }).first().click()
  const bars = page.getByRole('list', { name: 'Same job, earlier runs' }).getByRole('link')
  await expect(bars).toHaveCount(20)
  await expect(bars.last()).toHaveAccessibleName(/Failed, 9 min 40 s, this run/)
  await page.getByLabel('Compare with').selectOption({ label: 'last week’s run' })
  const row = (name: RegExp) =>
    page
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name }) })
  await expect(row(/^Duration/)).toContainText('5 min 28 s longer')
  await expect(row(/Non-zero exit code/)).toContainText('+5')
  await page.reload()
  await expect(row(/^Success/)).toContainText('−5')
  await page.getByRole('link', { name: 'The other run' }).click()
  await expect(page).toHaveURL(/job-instances\/20000003020/)
})
