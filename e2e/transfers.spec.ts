import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

/* Half of all steps move files: why one did not arrive, which failed everywhere, and waiting for those that move. */

const varied = '/biz/2/job-instances/20000000015/steps/20000001501'

const tableOf = (page: Page) => page.getByRole('grid', { name: 'File transfers' })
const rowsOf = (page: Page) => tableOf(page).getByRole('row')
const filterOf = (page: Page) => page.getByRole('searchbox', { name: /^Filter by path, host/ })

test('why did the file not arrive on 10.10.4.106?', async ({ page, open }) => {
  await open(varied)
  await filterOf(page).fill('10.10.4.106')
  await expect(page.getByText(/^5 of 305 shown/)).toBeVisible()
  await tableOf(page).getByTitle('/data/pkg/patch 2.4.1: hotfix.tar.gz', { exact: true }).click()
  const log = page.getByRole('region', { name: /^Log of .* on 10\.10\.4\.106/ })
  await expect(log).toContainText('does not exist')
  // The cause lies with the source: its upload is one press away.
  await expect(log).toContainText('The upload from 10.99.0.22 that feeds it: failed')
  await log.getByRole('button', { name: 'Open its log' }).click()
  await expect(page.getByRole('region', { name: /^Log of .* on 10\.99\.0\.22/ })).toContainText(
    'does not exist',
  )
  await expect(page.getByRole('region', { name: /^Log of/ })).toContainText(/Feeds \d+ downloads/)
})

test('what failed, and why: reasons with their hosts, a press away from their transfers', async ({
  page,
  open,
}) => {
  await open(varied)
  const reasons = page.getByRole('region', { name: 'Why transfers failed' })
  await reasons.getByRole('button', { name: /^Show all \d+ reasons/ }).click()
  const missing = reasons.getByRole('button', { name: /^25 transfers, 5 hosts: 203 Source file/ })
  await expect(missing).toContainText('File /data/pkg/patch 2.4.1: hotfix.tar.gz does not exist')
  await missing.click()
  await expect(page.getByText(/^25 of 305 shown/)).toBeVisible()
  await expect(page).toHaveURL(/reason=203/)
  // A link shows the same.
  await page.reload()
  await expect(page.getByText(/^25 of 305 shown/)).toBeVisible()
  await page.getByRole('button', { name: /^Remove: Only failures of this kind/ }).click()
  await expect(page.getByText(/of 305 shown/)).toBeHidden()
})

test('which files failed everywhere: by file, and sources against destinations', async ({ page, open }) => {
  await open(varied)
  await page.getByLabel('Group by').selectOption({ label: 'source path' })
  await expect(page).toHaveURL(/group=file/)
  const groups = tableOf(page).getByRole('button', { expanded: false })
  await expect(groups).toHaveCount(5)
  await expect(rowsOf(page).nth(1)).toContainText(/\d+ failed/)
  await groups.first().click()
  await expect(rowsOf(page).nth(2)).toContainText('Failed')
  await page.getByRole('button', { name: 'Sources × destinations' }).click()
  await page.getByRole('button', { name: /^10\.99\.0\.22 to 10\.10\.4\.106: 2 of 2 failed/ }).click()
  await expect(page.getByText(/^2 of 305 shown/)).toBeVisible()
  await expect(page.getByText('Only to 10.10.4.106')).toBeVisible()
})

test('what is shown is exported, as many rows as were shown', async ({ page, open }) => {
  await open(`${varied}?status=5`)
  await expect(page.getByText(/^151 of 305 shown/)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export 151 as CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  const lines = text.trimEnd().split('\r\n')
  expect(lines).toHaveLength(152)
  expect(lines[0]).toContain('Status,Status code,Direction,Source host')
  expect(text).toContain('Agent is not installed')
})

// The plain table is looked at in access.spec.ts.
test('nothing for axe to find: groups, and sources against destinations', async ({ page, open }) => {
  await open(`${varied}?group=destination`)
  await expect(rowsOf(page).nth(2)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sources × destinations' }).click()
  await expect(page).toHaveURL(/show=overview/)
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible()
  await expectAccessible(page)
})

test('on a phone the status stays in view while the row is scrolled, and nothing is wider than the screen', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(varied)
  const status = rowsOf(page).nth(1).getByRole('gridcell').first()
  await expect(status).toContainText('Failed')
  const left = (await status.boundingBox())?.x
  await tableOf(page).evaluate((grid) => {
    grid.scrollLeft = 400
  })
  await expect.poll(async () => (await status.boundingBox())?.x).toBe(left)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(page)
})
