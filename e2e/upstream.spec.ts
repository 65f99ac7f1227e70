import { expect, remote, test } from './fixtures.ts'

/* What reaches BlueKing is what its documents ask for, and nothing of the browser. */

test.describe.configure({ mode: 'serial' })
const shared = remote('shared')

interface Seen {
  readonly method: string
  readonly path: string
  readonly query?: unknown
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

async function seen(path: RegExp): Promise<readonly Seen[]> {
  const all = (await shared.requests()) as unknown as readonly Seen[]
  return all.filter((request) => path.test(request.path))
}

test('spec 1: credentials in the header, ids as numbers, the scope id as text', async ({ page, open }) => {
  await open('/biz/1/job-instances/100/steps/200?host=1', 'gateway-v4-ip-log')
  await expect(page.getByRole('log')).toContainText('PID:56875')
  const [call] = await seen(/\/api\/v4\/batch_get_job_instance_ip_log$/)
  expect(call?.method).toBe('POST')
  const body = (call?.body ?? '').replace(/\s/g, '')
  expect(body).toContain('"bk_scope_type":"biz"')
  expect(body).toContain('"bk_scope_id":"1"')
  expect(body).toContain('"job_instance_id":100')
  expect(body).toContain('"host_id_list":[')
  expect(Object.keys(JSON.parse(call?.headers['x-bkapi-authorization'] ?? '{}')).sort()).toEqual([
    'bk_app_code',
    'bk_app_secret',
    'bk_token',
  ])
  for (const name of ['cookie', 'origin', 'referer', 'x-forwarded-for'])
    expect(call?.headers[name]).toBeUndefined()
  expect(call?.headers['user-agent'] ?? '').not.toContain('Mozilla')
})

test('spec 2: exactly the documented fields', async ({ page, open }) => {
  await open('/biz/1/job-instances/100/steps/202', 'esb')
  await expect(page.getByText('2 transfers').first()).toBeVisible()
  const calls = await seen(/\/jobv3\/batch_get_job_instance_ip_log\/$/)
  const body = JSON.parse(calls[0]?.body ?? '{}')
  expect(Object.keys(body).sort()).toEqual([
    'bk_app_code',
    'bk_app_secret',
    'bk_biz_id',
    'bk_token',
    'ip_list',
    'job_instance_id',
    'step_instance_id',
  ])
  expect(body.bk_biz_id).toBe(1)
})

test('spec 3: the bar of an instance id travels as %7C', async ({ page, open }) => {
  await open('/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1', 'gateway-v3')
  await expect(page.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(5)
  const calls = (await shared.requests()) as readonly Record<string, unknown>[]
  expect(JSON.stringify(calls)).toContain('host%7Cinstance%7Chost%7C1')
})

test('closing the page ends its upstream calls', async ({ page, open }) => {
  const match = { path: 'batch_get_job_instance_execute_object_log', body: '20000000014' }
  // Longer than the test waits below, shorter than the gateway does: nothing ends by itself.
  await shared.faults([{ match, effect: { latencyMs: 15_000 } }])
  try {
    await open('/biz/2/job-instances/20000000014/steps/20000001401', 'gateway-v4')
    const hits = async () => (await shared.tallies())[0]?.hits
    await expect.poll(hits).toBeGreaterThan(1)
    await page.close()
    await expect
      .poll(
        async () => {
          const [calls] = await shared.tallies()
          return [calls?.finished, (calls?.hits ?? 0) - (calls?.aborted ?? 0)]
        },
        { timeout: 5_000 },
      )
      .toEqual([0, 0])
    expect(await hits()).toBeLessThanOrEqual(4)
  } finally {
    await shared.heal()
  }
})
