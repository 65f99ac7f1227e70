import { expect, failedRequest, remote, test } from './fixtures.ts'

/* Every kind of trouble has its own words, the id of the upstream answer, and leaves the rest readable. */

test.describe.configure({ mode: 'serial' })
const faulty = remote('faulty')
const stepPath = '/biz/2/job-instances/20000000001/steps/20000000102'
const requestId = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/

test.afterEach(() => faulty.heal())

test('a denied scope names the missing permission', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(403))
  await open('/biz/3/job-instances/20000000001', 'faulty')
  const alert = page.getByRole('alert').first()
  await expect(alert).toContainText('You do not have permission')
  await expect(alert).toContainText(requestId)
  await expect(alert).toContainText(/业务访问|Access Business/i)
})

test('an expired job instance says so', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(404))
  await open('/biz/2/job-instances/20000000099', 'faulty')
  await expect(page.getByRole('alert').first()).toContainText(/expired/)
  await expect(page.getByRole('alert').first()).toContainText(requestId)
})

test('a step that does not exist is not found', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(404))
  await open('/biz/2/job-instances/20000000001/steps/77', 'faulty')
  await expect(page.getByRole('alert').first()).toContainText(/not found/i)
})

test('a host without a log says that, not an error', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000020/steps/20000002001', 'faulty')
  await expect(page.getByText('No log: the job platform keeps no log for this host')).toBeVisible()
})

test('429 says when to come back', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(429))
  await faulty.faults([{ match: { path: 'status' }, effect: { status: 429, resetSeconds: 90 } }])
  await open('/biz/2/job-instances/20000000001', 'faulty')
  const alert = page.getByRole('alert').first()
  await expect(alert).toContainText('Too many requests')
  await expect(alert).toContainText(requestId)
})

test('what takes long can be cancelled, up to upstream, and stays so until it is asked for again', async ({
  page,
  open,
}) => {
  await faulty.forget()
  await faulty.faults([
    { match: { path: 'get_job_instance_status' }, times: 1, effect: { latencyMs: 120_000 } },
  ])
  await open('/biz/2/job-instances/20000000001', 'faulty')
  await expect(page.getByText('Loading job instance 20000000001 and its steps…')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Loading was cancelled')).toBeVisible()
  await expect.poll(async () => (await faulty.tallies()).map(({ aborted }) => aborted)).toEqual([1])
  // Coming back to the tab is no wish to load it.
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await page.getByRole('button', { name: 'Load again' }).click()
  await expect(page.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(3)
  const asked = (await faulty.requests()).filter(({ path }) => /get_job_instance_status/.test(String(path)))
  expect(asked).toHaveLength(2)
})

test('a 503 that passes is retried and nobody notices', async ({ page, open }) => {
  await faulty.faults([{ match: { path: 'get_job_instance_status' }, times: 1, effect: { status: 503 } }])
  await open('/biz/2/job-instances/20000000001', 'faulty')
  await expect(page.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(3)
})

test('a 503 that stays has words, an id and a way to try again', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(502), failedRequest(503))
  await faulty.faults([{ match: { path: 'get_job_instance_status' }, effect: { status: 503 } }])
  await open('/biz/2/job-instances/20000000001', 'faulty')
  const alert = page.getByRole('alert').first()
  await expect(alert).toContainText('BlueKing is not answering properly')
  await expect(alert).toContainText(requestId)
  await faulty.heal()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(3)
})

for (const [name, effect] of [
  ['a body cut short', { truncate: 200 }],
  ['a proxy page instead of JSON', { html: true, status: 200 }],
  ['wrong JSON', { body: '{"result": tru' }],
] as const) {
  test(`${name} is an answer that cannot be read`, async ({ page, open, expectedErrors }) => {
    expectedErrors.push(failedRequest(502))
    await faulty.faults([{ match: { path: 'get_job_instance_status' }, effect }])
    await open('/biz/2/job-instances/20000000001', 'faulty')
    await expect(page.getByRole('alert').first()).toContainText('BlueKing gave an answer that cannot be read')
  })
}

test('a log call that fails harms only the log: the hosts stay readable', async ({
  page,
  open,
  expectedErrors,
}) => {
  expectedErrors.push(failedRequest(502))
  await faulty.faults([{ match: { path: 'batch_get_job_instance_ip_log' }, effect: { status: 502 } }])
  await open(stepPath, 'faulty')
  await expect(page.getByRole('listbox', { name: 'Hosts' })).toBeVisible()
  await expect(page.getByText('2,000 hosts').first()).toBeVisible()
  await expect(page.getByRole('alert').first()).toContainText(requestId)
})

test('some calls of a distribution fail: the rest is shown, the hosts are named, and can be asked for again', async ({
  page,
  open,
}) => {
  // A hundred thousand transfers, half of them twice.
  test.slow()
  await faulty.faults([
    { match: { path: 'batch_get_job_instance_ip_log', body: ',1601,' }, effect: { status: 500 } },
  ])
  await open('/biz/2/job-instances/20000000014/steps/20000001401', 'faulty')
  await expect(page.getByText(/could not be loaded/).first()).toBeVisible({ timeout: 60_000 })
  await faulty.heal()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByText('100,050 transfers').first()).toBeVisible({ timeout: 60_000 })
})

test('transfers that broke off on the way: only the hosts that are missing are asked for again', async ({
  page,
  open,
}) => {
  const asked: string[][] = []
  await page.route('**/steps/*/log', async (route) => {
    const { keys } = route.request().postDataJSON() as { readonly keys: string[] }
    asked.push(keys)
    const response = await route.fetch()
    const body = await response.body()
    const isFirst = asked.length === 1
    await route.fulfill({ response, body: isFirst ? body.subarray(0, Math.floor(body.length / 2)) : body })
  })
  await open('/biz/2/job-instances/20000000015/steps/20000001501')
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByText(/^305 transfers/).first()).toBeVisible()
  const [all = [], rest = []] = asked
  const again = rest.filter((key) => all.includes(key)).length
  expect(all).toHaveLength(60)
  expect(again).toBeGreaterThan(0)
  expect(again).toBeLessThan(60)
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
})
