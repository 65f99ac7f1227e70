import { expect, test } from './fixtures.ts'

/* Whole, whatever the size. */

test('50,000 hosts: the odd twelve are on top, and any other is one filter away', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000002/steps/20000000201')
  await expect(page.getByText('50,000 hosts').first()).toBeVisible({ timeout: 45_000 })
  await expect(page.getByText('12 failed').first()).toBeVisible()
  const hosts = page.getByRole('listbox', { name: 'Hosts' })
  await expect(hosts.getByRole('option').first()).toContainText(/abnormal agent/i)
  await hosts.focus()
  await page.keyboard.press('End')
  await expect(hosts.getByRole('option').last()).toContainText(/success/i)
})

test('a 5 MiB log is there to its last line', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000003/steps/20000000301')
  const log = page.getByRole('log')
  await expect(log).toBeVisible()
  // Of the log, not of its name: a part of it has fewer lines.
  const totals = page.getByText(/^[\d,]+ lines · 5(\.0)? MB/).first()
  await expect(totals).toBeVisible({ timeout: 30_000 })
  const text = (await totals.textContent()) ?? ''
  const lines = Number(text.replace(/[^\d,].*$/, '').replaceAll(',', ''))
  expect(lines).toBeGreaterThan(10_000)
  await log.click()
  await page.keyboard.press('End')
  await expect(
    log
      .getByText(new Intl.NumberFormat('en').format(lines), { exact: true })
      .or(log.getByText(String(lines), { exact: true }))
      .first(),
  ).toBeVisible()
})

test('100,000 transfers: counted, sorted, their reasons gathered, all their logs searched', async ({
  page,
  open,
  context,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open('/biz/2/job-instances/20000000014/steps/20000001401')
  // 2,000 hosts × 50 downloads, and the uploads of the same 50 files from their sources.
  await expect(page.getByText('100,050 transfers').first()).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText('27 failed').first()).toBeVisible()
  const table = page
    .getByRole('grid', { name: 'File transfers' })
    .or(page.getByRole('table', { name: 'File transfers' }))
  await table.getByRole('columnheader', { name: /status/i }).click()
  await expect(table.getByRole('columnheader', { name: /status/i })).toHaveAttribute(
    'aria-sort',
    /ascending|descending/,
  )
  const reasons = page.getByRole('region', { name: 'Why transfers failed' })
  const full = reasons.getByRole('listitem').filter({ hasText: 'No space left on device' })
  await expect(full).toContainText('21 transfers, 7 hosts', { timeout: 30_000 })
  await expect(full).toContainText('202 File transfer failed')
  await full.getByRole('button', { name: 'Copy these hosts' }).click()
  await expect(full.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toHaveLength(7)
  // A text that only a log has is found in all of them, and it is said that all were searched.
  await page.getByRole('searchbox', { name: /^Filter by path, host/ }).fill('no SPACE left')
  await expect(page.getByText('22 of 100,050 shown · All logs searched')).toBeVisible({ timeout: 30_000 })
})

test('a link to a line opens that line, and a click makes one', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000003/steps/20000000301?line=9000')
  const log = page.getByRole('log')
  await expect(log.getByText(/^9,?000$/).first()).toBeInViewport({ timeout: 30_000 })
  await log
    .getByText(/^9,?002$/)
    .first()
    .click()
  await expect(page).toHaveURL(/line=9002/)
  await log
    .getByText(/^9,?005$/)
    .first()
    .click({ modifiers: ['Shift'] })
  await expect(page).toHaveURL(/line=9002-9005/)
})
