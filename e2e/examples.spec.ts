import { expect, test } from './fixtures.ts'

/* The examples of the three specification documents, value for value, as a person sees them. */

test('spec 1, script step: both hosts and both logs', async ({ page, open }) => {
  await open('/biz/1/job-instances/100/steps/200?host=1', 'gateway-v4-ip-log')
  const log = page.getByRole('log')
  await expect(log).toContainText('[2018-03-15 14:39:30][PID:56875] job_start')
  await expect(log).toHaveAccessibleName(/127\.0\.0\.1/)
  await page.getByRole('listbox', { name: 'Hosts' }).getByText('127.0.0.2').click()
  await expect(page.getByRole('log')).toContainText('[2018-03-15 14:39:30][PID:16789] job_start')
})

test('spec 1, script step: a host named by its address opens the same log', async ({ page, open }) => {
  await open('/biz/1/job-instances/100/steps/200?host=0:127.0.0.2', 'gateway-v4-ip-log')
  await expect(page.getByRole('log')).toContainText('PID:16789')
})

test('spec 1, file step: the download and the upload that feeds it', async ({ page, open }) => {
  await open('/biz/1/job-instances/100/steps/201', 'gateway-v4-ip-log')
  const table = page
    .getByRole('grid', { name: 'File transfers' })
    .or(page.getByRole('table', { name: 'File transfers' }))
  for (const text of [
    '/data/1.log',
    '/tmp/1.log',
    'Download',
    'Upload',
    '1.0 Bytes',
    '0 KB/s',
    '100%',
    'Finished',
  ]) {
    await expect(table.getByText(text).first()).toBeVisible()
  }
  await expect(page.getByText('2 transfers').first()).toBeVisible()
  await table.getByText('Download', { exact: true }).click()
  await expect(page.getByRole('log')).toContainText(
    '[2021-06-28 11:32:16] FileName: /tmp/1.log FileSize: 9.0 Bytes State: dest agent success download file',
  )
})

test('spec 2, file step through ESB', async ({ page, open }) => {
  await open('/biz/1/job-instances/100/steps/202', 'esb')
  const table = page
    .getByRole('grid', { name: 'File transfers' })
    .or(page.getByRole('table', { name: 'File transfers' }))
  await expect(table.getByText('10.0.0.1').first()).toBeVisible()
  await expect(table.getByText('10.0.0.2').first()).toBeVisible()
  await expect(page.getByText('2 transfers').first()).toBeVisible()
})

for (const generation of ['sandbox', 'gateway-v3', 'gateway-v4', 'esb']) {
  test(`spec 3 through ${generation}: five steps, malformed dates and all`, async ({ page, open }) => {
    await open('/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1', generation)
    const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
    await expect(steps).toHaveCount(5)
    for (const [index, name] of [
      '更新任务状态',
      '批量下发升级包',
      '执行升级脚本',
      '查询Agent状态',
      '更新任务状态',
    ].entries()) {
      await expect(steps.nth(index)).toContainText(name)
    }
    await expect(steps.nth(3)).toContainText('35 s')
    await steps.nth(3).getByRole('link').first().click()
    await expect(page).toHaveURL(/step=3/)
    await expect(page.getByRole('log')).toContainText(
      '[2021-09-16 15:06:45 INFO] 开始查询 GSE 状态期望的GSE主机状态为RUNNING......',
    )
    await steps.nth(2).getByRole('link').first().click()
    await expect(page.getByRole('log')).toContainText('[2021-09-16 15:06:39 INFO]...........')
  })
}

test.describe('the documented denials', () => {
  test('spec 1, 403: who lacks what, on what', async ({ page, open, context, expectedErrors }) => {
    expectedErrors.push(/status of 403/)
    await open('/', 'gateway-v4-ip-log')
    await context.clearCookies()
    await context.addCookies([{ name: 'bk_token', value: 'zhangsan', url: page.url() }])
    await page.goto(new URL('/biz/1/job-instances/100/steps/200?lang=zh-CN', page.url()).href)
    const alert = page.getByRole('alert').first()
    await expect(alert).toContainText('用户(张三)权限不足，请前往权限中心确认并申请补充后重试')
    await expect(alert).toContainText('业务访问')
    await expect(alert).toContainText('blueking')
    await expect(alert).toContainText(/[0-9a-f-]{32,36}/)
  })
})
