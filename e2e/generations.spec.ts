import { expect, generations, test } from './fixtures.ts'

/* The same pages through every generation of the job platform's API. */

for (const generation of generations) {
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
    const hosts = page.getByRole('listbox', { name: 'Hosts' })
    await expect(hosts).toBeVisible()
    await expect(page.getByText('2,000 hosts').first()).toBeVisible()
    await expect(page.getByText('7 failed').first()).toBeVisible()
    await expect(page.getByRole('log')).toBeVisible()
    await expect(page.getByText(/\d+ lines?/).first()).toBeVisible()
    expect(await page.title()).toMatch(/Joblens/)

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
    await expect(hosts).toBeVisible()
    await expect(page.getByRole('log')).toBeVisible()
    await expect(page).toHaveURL(/9223372036854775807\/steps\/9223372036854775806/)

    // Hosts without an IPv4 address have logs.
    await open('/biz/2/job-instances/20000000005/steps/20000000501', generation)
    await expect(page.getByText('15 hosts').first()).toBeVisible()
    await expect(page.getByRole('log')).toBeVisible()
  })
}

test('containers are shown where the generation knows them', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000006/steps/20000000601', 'gateway-v4')
  await expect(page.getByText('2 failed').first()).toBeVisible()
  await expect(page.getByRole('log')).toBeVisible()
})
