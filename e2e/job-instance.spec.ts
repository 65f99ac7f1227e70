import { expect, expectAccessible, failedRequest, remote, test } from './fixtures.ts'

/* What an operator asks of one execution: what failed first, and why; where it waits; which batch or attempt was it. */

const job = (id: number) => `/biz/2/job-instances/${20_000_000_000 + id}`

test('why did the release fail, and on which hosts', async ({ page, open }) => {
  await open(job(1))
  const details = page.getByRole('button', { name: 'Details of step 2' })
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('link', { name: /^2\. / })).toBeFocused()
  await expect(page.getByText(/^First error on 10\./)).toBeVisible()
  await expect(page.locator('blockquote')).toContainText('ERROR')
  await expect(page.getByText('What to do: The last lines of the log usually say why')).toBeVisible()
  // Steps are to scale: the check took 20 s, the release 13 min.
  const widths = await page
    .locator('[data-bar]')
    .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width))
  expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeGreaterThan(20)
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(page.getByText('7 failed · 1,993 succeeded')).toBeVisible()
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(sideways).toBeLessThanOrEqual(0)
  await page.getByRole('link', { name: '2 × Script timed out' }).click()
  await expect(page).toHaveURL(/steps\/20000000102\?.*status=102/)
  await page.goBack()
  await page.getByRole('link', { name: /^Go to line \d+/ }).click()
  await expect(page).toHaveURL(/steps\/20000000102\?host=\d+&line=\d+/)
  await expect(page.getByRole('log')).toContainText('ERROR')
})

test('who is waited for, since when, and which batch or attempt went wrong', async ({ page, open }) => {
  await open(job(11), 'gateway-v3')
  const waiting = page.getByRole('list', { name: 'Steps' }).getByRole('listitem').nth(1)
  await expect(waiting).toContainText(/waiting for \d+ min/)
  await expect(waiting).toContainText('确认人：chenli、wangfang')

  await open(job(7), 'gateway-v3')
  const steps = page.getByRole('list', { name: 'Steps' })
  await expect(steps).toContainText('Batch 5')
  await steps.getByRole('link', { name: 'Batch 3' }).click()
  await expect(page.getByText('Only batch 3 is shown.')).toBeVisible()
  await expect(page.getByText('20 hosts').first()).toBeVisible()

  await open(`${job(9)}?step=20000000901`, 'gateway-v3')
  await expect(steps).toContainText('12 failed · 28 succeeded')
  await steps.getByRole('link', { name: 'Attempt 1' }).click()
  await expect(page.getByText(/^Attempt 1 of 3/)).toBeVisible()
  await expect(page.getByText('12 failed').first()).toBeVisible()
  await page.getByRole('link', { name: 'Show the newest attempt' }).click()
  await expect(page.getByText(/^Attempt 1 of 3/)).toBeHidden()
  await expect(page.getByText('40 succeeded').first()).toBeVisible()
})

test('a deployment that cannot tell attempts says so, and a failing call harms nothing else', async ({
  page,
  open,
  expectedErrors,
}) => {
  await open(`${job(9)}?step=20000000901`, 'esb')
  await expect(page.getByText('This deployment tells only of the newest attempt.')).toBeVisible()
  expectedErrors.push(failedRequest(502), failedRequest(503))
  const faulty = remote('faulty')
  await faulty.faults([{ match: { path: 'get_step_instance_status' }, effect: { status: 503 } }])
  try {
    await open(job(1), 'faulty')
    await expect(page.getByText('7 failed · 1,993 succeeded')).toBeVisible()
    await expect(page.getByRole('link', { name: '3 × Non-zero exit code · config-invalid' })).toBeVisible()
  } finally {
    await faulty.heal()
  }
})
