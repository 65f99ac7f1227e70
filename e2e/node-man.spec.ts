import { expect, failedRequest, test } from './fixtures.ts'

/* What an operator asks of node-man: which step is it stuck in, and why. */

const instance = (job: number, host: string) =>
  `/node-man/jobs/${job}/instances/${encodeURIComponent(`host|instance|host|${host}`)}`
const steps = 'Steps'

test('the list leads to a job, its hosts and their steps', async ({ page, open }) => {
  await open('/node-man/jobs')
  await page
    .getByRole('link', { name: /\b1121\b/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/node-man\/jobs\/1121/)
  await expect(page.getByText(/3 failed/).first()).toBeVisible()
  await page
    .getByRole('grid', { name: 'Hosts' })
    .or(page.getByRole('table', { name: 'Hosts' }))
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByRole('list', { name: steps }).getByRole('listitem').first()).toBeVisible()
})

test('a failed installation quotes its first real error; cleaned-up logs and errors so far are told apart', async ({
  page,
  open,
  go,
}) => {
  await open(instance(1124, '10.2.0.121-0-0'))
  await expect(page.getByText(/http_status:404|download failed/).first()).toBeVisible()
  await expect(page.getByRole('list', { name: steps })).toContainText('Not reached')
  await go(instance(1108, '2000200180'))
  await expect(page.getByText(/cleaned up/).first()).toBeVisible()
  await go(instance(1104, '10.2.0.141-0-0'))
  await expect(page.getByRole('list', { name: steps })).toContainText('Running, errors so far')
})

test('ignored hosts are listed with their reason', async ({ page, open }) => {
  await open('/node-man/jobs/1115')
  await expect(page.getByText('3 ignored hosts').first()).toBeVisible()
})

test('a denied job names the missing permission', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(403))
  await open('/node-man/jobs/1123')
  await expect(page.getByRole('alert').first()).toContainText('You do not have permission')
})

test('an unknown job is not found', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(404))
  await open('/node-man/jobs/424242')
  await expect(page.getByRole('alert').first()).toContainText(/not found/i)
})

test('a deployment that cannot list jobs opens one by its id', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(501))
  await open('/node-man/jobs', 'esb')
  await expect(page.getByText('cannot be listed in this deployment').first()).toBeVisible()
  await page
    .getByLabel(/Job id|Open a job by its id/)
    .first()
    .fill('1')
  await page
    .getByRole('button', { name: 'Open', exact: true })
    .or(page.getByRole('link', { name: 'Open', exact: true }))
    .first()
    .click()
  await expect(page).toHaveURL(/\/node-man\/jobs\/1(\?|$)/)
})

test('a job platform link in a log opens inside', async ({ page, open }) => {
  await open(instance(1121, '2000200701'))
  const link = page.getByRole('link', { name: /^Job instance \d+/ }).first()
  await expect(link).toBeVisible()
  await link.click()
  await expect(page).toHaveURL(/\/biz\/2\/job-instances\/200000000\d\d/)
})
