import { expect, failedRequest, test } from './fixtures.ts'

/* Paste anything, land there. */

const inScope2 = '/biz/2/job-instances/20000000001'
const step2 = `${inScope2}/steps/20000000102`
const nodeMan = '/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1'

const forms: readonly (readonly [string, string])[] = [
  ['https://job.example.com/biz/2/execute/task/20000000001', inScope2],
  ['https://job.example.com/biz/2/execute/step/20000000001?stepInstanceId=20000000102&retryCount=0', step2],
  [
    'https://job.example.com/biz/2/execute/quick-launch/20000000001?stepInstanceId=20000000102&executeCount=0&from=historyList',
    step2,
  ],
  ['https://job.example.com/api_execute/20000000001', inScope2],
  ['https://job.example.com/api_execute/20000000001?stepInstanceId=20000000102', step2],
  ['https://job.example.com/api_execute_step/20000000001/20000000102', step2],
  [
    'https://portal.example.com/?bk_scope_type=biz&bk_scope_id=2&job_instance_id=20000000001&step_instance_id=20000000102',
    step2,
  ],
  ['?bk_biz_id=2&job_instance_id=20000000001', inScope2],
  ['https://nodeman.example.com/#/task-list/detail/1', '/node-man/jobs/1'],
  ['https://nodeman.example.com/#/task-list/1/log/host|instance|host|1?page=1&pageSize=50', nodeMan],
  ['https://nodeman.example.com/#/task-history/1/log/host%7Cinstance%7Chost%7C1', nodeMan],
  ['http://127.0.0.1:1/biz/2/job-instances/20000000001', inScope2],
]

test('every form of a pasted link lands where it leads', async ({ page, open }) => {
  for (const [pasted, lands] of forms) {
    await open('/')
    const box = page.getByLabel('Paste a link or an id')
    await box.fill(pasted)
    await box.press('Enter')
    await expect(page, pasted).toHaveURL(new RegExp(`${literal(lands)}(\\?|$)`))
  }
})

test('a bare number offers what it may be, and opens what is chosen', async ({ page, open }) => {
  await open('/')
  const box = page.getByLabel('Paste a link or an id')
  await box.fill('20000000001')
  await expect(page.getByText('node-man job 20000000001')).toBeVisible()
  await page.getByRole('button', { name: 'Look in the 5 scopes I may see' }).click()
  await expect(page).toHaveURL(/\/biz\/2\/job-instances\/20000000001/)
})

test("the job platform's own address works here with the host name replaced", async ({ page, open }) => {
  await open('/api_execute_step/20000000001/20000000102')
  await expect(page).toHaveURL(new RegExp(literal(step2)))
  await expect(page.getByRole('log')).toBeVisible()
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
  await page.getByText('Open by ids').click()
  const form = page.getByRole('form', { name: 'A job instance or one of its steps' })
  await form.getByLabel('Scope id').fill('2')
  await form.getByLabel('Job instance id').fill('20000000001')
  await form.getByLabel('Step instance id').fill('20000000101')
  await form.getByLabel('Hosts').fill('10.0.0.[1-3]\n0:10.0.0.7')
  await expect(form.getByRole('status')).toHaveText('4 hosts')
  await form.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('log')).toBeVisible()
  await expect(page).toHaveURL(/hosts=0%3A10\.0\.0\.1%2C/)
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
