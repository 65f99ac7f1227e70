import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { clipboardText } from './reader.ts'

/*
 * The same pages through the generations of the job platform's API: whole through the two that differ most, the failed
 * step through all. What each adapter makes of every answer is held against the same story in `job-sandbox.test.ts`.
 */

async function expectFailedStep(page: Page): Promise<void> {
  await expect(page.getByRole('listbox', { name: 'Hosts' })).toBeVisible()
  await expect(page.getByText('2,000 hosts').first()).toBeVisible()
  await expect(page.getByText('7 failed').first()).toBeVisible()
  await expect(page.getByRole('log')).toBeVisible()
  await expect(page.getByText(/\d+ lines?/).first()).toBeVisible()
  expect(await page.title()).toMatch(/Joblens/)
}

for (const generation of ['gateway-v4', 'esb']) {
  test(`history, steps, hosts, logs and transfers: ${generation}`, async ({ page, open }) => {
    await open('/biz/2/job-instances', generation)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: /release|deploy|发布|2\.4\.1/ }).first()).toBeVisible()

    // To the one log that failed.
    await open('/biz/2/job-instances/20000000001', generation)
    const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
    await expect(steps).toHaveCount(3)
    await expect(steps.nth(1)).toContainText('7 failed')
    await steps.nth(1).getByRole('link').first().click()
    await expectFailedStep(page)

    // All transfers, whatever the calls it takes.
    await open('/biz/2/job-instances/20000000015/steps/20000001501', generation)
    const table = page
      .getByRole('grid', { name: 'File transfers' })
      .or(page.getByRole('table', { name: 'File transfers' }))
    await expect(table).toBeVisible()
    await expect(page.getByText(/\b3\d\d transfers/).first()).toBeVisible()
    await expect(table.getByText('Failed').first()).toBeVisible()

    // A job instance id of 2^63-1 survives every hop.
    await open('/biz/2/job-instances/9223372036854775807/steps/9223372036854775806', generation)
    await expect(page.getByRole('listbox', { name: 'Hosts' })).toBeVisible()
    await expect(page.getByRole('log')).toBeVisible()
    await expect(page).toHaveURL(/9223372036854775807\/steps\/9223372036854775806/)

    // Hosts without an IPv4 address have logs, and a name to copy.
    await open('/biz/2/job-instances/20000000005/steps/20000000501?order=address', generation)
    await expect(page.getByText('15 hosts').first()).toBeVisible()
    await expect(page.getByRole('log')).toBeVisible()
    await page.getByRole('button', { name: 'Copy or export' }).click()
    await page.getByRole('button', { name: 'Copy as Host id (15)' }).click()
    await expect(page.getByText('15 hosts copied')).toBeVisible()
    expect(new Set((await clipboardText(page)).trim().split('\n')).size).toBe(15)
  })
}

for (const generation of ['sandbox', 'gateway-v3', 'gateway-v4-ip-log']) {
  test(`a failed step, its hosts and a log: ${generation}`, async ({ page, open }) => {
    await open('/biz/2/job-instances/20000000001/steps/20000000102', generation)
    await expectFailedStep(page)
  })
}

test('containers are shown where the generation knows them', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000006/steps/20000000601', 'gateway-v4')
  await expect(page.getByText('2 failed').first()).toBeVisible()
  await expect(page.getByRole('log')).toBeVisible()
})
