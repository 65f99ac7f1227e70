import { gateway } from './deployments.ts'
import { expect, failedRequest, test } from './fixtures.ts'

/* Paste anything, land there. */

const inScope2 = '/biz/2/job-instances/20000000001'
const step2 = `${inScope2}/steps/20000000102`
const nodeMan = '/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1'

/** Other people's links, from the host name on, and where they lead. */
const links: readonly (readonly [string, string])[] = [
  ['/biz/2/execute/step/20000000001?stepInstanceId=20000000102&retryCount=0', `${step2}?executeCount=0`],
  [
    '/o/bk_job/biz/2/execute/quick-launch/20000000001?stepInstanceId=20000000102&executeCount=0&from=x',
    step2,
  ],
  ['/api_execute/20000000001?stepInstanceId=20000000102', step2],
  ['/api_execute_step/20000000001/20000000102?retryCount=0&host=0:10.0.0.3&line=2', step2],
  ['/2/execute/step/20000000001', inScope2],
  ['/?taskInstanceList&appId=2#taskInstanceId=20000000001', inScope2],
  ['/any?bk_scope_type=biz&bk_scope_id=2&job_instance_id=20000000001&step_instance_id=20000000102', step2],
  ['/?bk_biz_id=2&job_instance_id=20000000001', inScope2],
  ['/o/bk_nodeman/#/task-list/detail/1', '/node-man/jobs/1'],
  ['/#/task-list/1/log/host|instance|host|1?page=1&pageSize=50', nodeMan],
  ['/#/task-history/1/log/host%7Cinstance%7Chost%7C1', nodeMan],
  ['/?job_id=1&instance_id=host|instance|host|1', nodeMan],
  // Of a version of Joblens that is none yet: read as far as it goes.
  ['/node-man/jobs?v=9&status=FAILED', '/node-man/jobs?status=FAILED'],
]

test("other people's links work here with the host name replaced", async ({ page, context, go }) => {
  const { url } = gateway('sandbox')
  await context.addCookies([{ name: 'bk_token', value: 'demo', url }])
  for (const [index, [link, lands]] of links.entries()) {
    // The server gives the same page for every path (`static.test.ts`): a path, a query and a hash are loaded, too.
    if ([0, 6, 8].includes(index)) await page.goto(`${url}${link}`)
    else await go(link)
    await expect(page, link).toHaveURL(new RegExp(`${literal(lands)}([?&]|$)`))
  }
})

test('a notification leads to attempt, host and line, through the scopes one may see', async ({
  page,
  open,
}) => {
  await open('/api_execute_step/20000000027/20000002701?retryCount=0&host=50105&line=13')
  await expect(page).toHaveURL(/\/biz\/2\/job-instances\/20000000027\/steps\/20000002701\?/)
  await expect(page.getByRole('log').locator('[aria-current="true"]')).toHaveAttribute('aria-posinset', '13')
})

test('a link to what is gone, denied, or elsewhere says which', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(404), failedRequest(403))
  const main = page.getByRole('main')
  await open('/biz/2/job-instances/20000000099')
  await expect(main).toContainText('It is not in the 4 other scopes you may see either. So it has expired')
  await open('/biz/3/job-instances/20000000001')
  await expect(main).toContainText('You do not have permission')
  await open('/biz/2/job-instances/20000000001/steps/77')
  await expect(main).toContainText('Job instance 20000000001 is here, but none of its steps is 77.')
  await open('/biz/1/job-instances/20000000001/steps/20000000102?filter=10.0.0.3')
  await expect(main).toContainText('is in demo game (Business 2), not in blueking (Business 1)')
  await page.getByRole('link', { name: 'Open it in demo game (Business 2)' }).click()
  await expect(page).toHaveURL(new RegExp(`${literal(step2)}\\?filter=10.0.0.3`))
  await expect(page.getByRole('listbox', { name: 'Hosts' })).toBeVisible()
})

test('a pasted link lands where it leads', async ({ page, open }) => {
  await open('/')
  const box = page.getByLabel('Paste a link or an id')
  await box.fill(`[Job] failed: https://job.example.com/biz/2/execute/task/20000000001 (see there)`)
  await box.press('Enter')
  await expect(page).toHaveURL(new RegExp(literal(inScope2)))
})

test('a job instance and a host lead to that host, in the step that is chosen', async ({ page, open }) => {
  await open('/')
  const box = page.getByLabel('Paste a link or an id')
  await box.fill('biz 2 20000000001 10.10.0.140')
  await expect(page.getByRole('link', { name: /^job instance 20000000001 of/ })).toBeVisible()
  await box.press('Enter')
  await expect(page.getByText('Which step? Each opens at 10.10.0.140.')).toBeVisible()
  await page.getByRole('link', { name: 'Open the first failed step' }).click()
  await expect(page.getByRole('heading', { name: '10.10.0.140', exact: true })).toBeVisible()
})

test('an address that nobody knows says so', async ({ page, open }) => {
  await open('/no/such/page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
})

test('a bare number offers what it may be, and opens what is chosen', async ({ page, open }) => {
  await open('/')
  const box = page.getByLabel('Paste a link or an id')
  await box.fill('20000000001')
  await expect(page.getByText('node-man job 20000000001')).toBeVisible()
  await page.getByRole('button', { name: 'Look in the 5 scopes I may see' }).click()
  await expect(page).toHaveURL(/\/biz\/2\/job-instances\/20000000001/)
})

test('before Enter it says what a link is; a star brings it back, what led nowhere is not kept', async ({
  page,
  open,
  expectedErrors,
}) => {
  expectedErrors.push(failedRequest(404))
  const home = page.getByRole('link', { name: 'Joblens', exact: true })
  await open('/biz/2/job-instances/20000000099')
  await expect(page.getByRole('alert')).toBeVisible()
  await home.click()
  await expect(page.getByText(/Nothing yet. What you open/)).toBeVisible()
  const box = page.getByLabel('Paste a link or an id')
  await box.fill(
    'https://job.example.com/biz/2/execute/step/20000000001?stepInstanceId=20000000102&retryCount=1',
  )
  await expect(page.getByRole('main')).toContainText(/Attempt\s*2/)
  await expect(page.getByText('发布 demo-game 2.4.1（全量）')).toBeVisible()
  await expect(page.getByText('Failed')).toBeVisible()
  await box.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Hosts' })).toBeVisible()
  await page.getByRole('button', { name: 'Star this page' }).click()
  await home.click()
  await page.reload()
  const starred = page.getByRole('list', { name: 'Starred' })
  await expect(starred).toContainText('demo game (Business 2)')
  await starred.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(literal(step2)))
})

test('where nothing can be listed, the ids and the hosts lead to the log', async ({ page, open }) => {
  await open('/', 'esb')
  // Unfolded from the start: nothing else leads anywhere here.
  const form = page.getByRole('form', { name: 'A job instance or one of its steps' })
  await form.getByLabel('Scope id').fill('2')
  await form.getByLabel('Job instance id').fill('20000000001')
  await form.getByLabel('Step instance id').fill('20000000101')
  await form.getByLabel('Hosts').fill('10.0.0.[1-3]\n0:10.0.0.7')
  await expect(form.getByRole('status')).toHaveText('4 hosts')
  await form.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('log')).toBeVisible()
  await expect(page).toHaveURL(/hosts=0%3A10\.0\.0\.1\+/)
})

test('nonsense and a megabyte of it get plain words', async ({ page, open }) => {
  await open('/')
  const box = page.getByLabel('Paste a link or an id')
  for (const text of ['what is this', '99999999999999999999', 'x'.repeat(1_000_000)]) {
    await box.fill(text)
    await box.press('Enter')
    await expect(page).toHaveURL(/\/(\?.*)?$/)
    await expect(page.getByRole('main')).toContainText(/not|neither|no /i)
  }
})

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
