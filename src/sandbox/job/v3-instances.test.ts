import { expect, test } from 'vitest'
import { demo, esb, get, startedAt, step } from './job-sandbox.fixture.ts'

const day = 86_400_000
const window = { create_time_start: startedAt - 30 * day, create_time_end: startedAt }
const list = (values: object) => get('v3/get_job_instance_list', { ...demo, ...window, ...values })

test('newest first, a page with the real field names and the total of all matches', async () => {
  const { body } = await list({ length: 50 })
  const times = body.data.data.map((item: { create_time: number }) => item.create_time)
  expect(times).toEqual(times.toSorted((a: number, b: number) => b - a))
  expect(body.data).toMatchObject({ start: 0, length: 50 })
  expect(body.data.total).toBeGreaterThan(300)
  expect(Object.keys(body.data.data[0])).toEqual([
    ...[
      'bk_biz_id',
      'bk_scope_type',
      'bk_scope_id',
      'job_instance_id',
      'job_plan_id',
      'job_template_id',
      'name',
    ],
    ...['operator', 'launch_mode', 'status', 'type', 'start_time', 'end_time', 'total_time', 'create_time'],
  ])
})

test('ids, launch modes, types and every known status occur; 12 and 42 too', async () => {
  const { body } = await list({ length: 1000 })
  const valuesOf = (name: string) =>
    new Set(body.data.data.map((item: Record<string, unknown>) => item[name]))
  expect(valuesOf('job_instance_id').size).toBe(body.data.total)
  expect(valuesOf('launch_mode')).toEqual(new Set([1, 2, 3]))
  expect(valuesOf('type')).toEqual(new Set([0, 1, 2]))
  const statuses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 42]
  expect([...valuesOf('status')].toSorted((a, b) => Number(a) - Number(b))).toEqual(statuses)
})

test('an empty page has null data, in the empty scope as well', async () => {
  expect((await list({ start: 5_000 })).body.data.data).toBeNull()
  expect((await list({ bk_scope_id: '4' })).body.data).toMatchObject({ total: 0, data: null })
})

test('31 days are too many, times are required even with an id', async () => {
  const long = await list({ create_time_start: startedAt - 31 * day })
  expect(long.body).toMatchObject({ result: false, code: 1241002 })
  const timeless = await get('v3/get_job_instance_list', { ...demo, job_instance_id: 20_000_000_001 })
  expect(timeless.body.code).toBe(1241007)
  expect((await list({ create_time_end: 5, create_time_start: 6 })).body.code).toBe(1241007)
})

test('filters that exist, and the codes of values that do not', async () => {
  const named = await list({ name: 'DEMO-game' })
  expect(named.body.data.data.map((item: { job_instance_id: number }) => item.job_instance_id)).toEqual([
    20_000_000_001,
  ])
  const byAddress = await list({ ip: '10.100.0.6' })
  expect(byAddress.body.data.data[0].job_instance_id).toBe(20_000_000_004)
  const byId = await list({ job_instance_id: 20_000_000_003, name: 'something else' })
  expect(byId.body.data.total).toBe(1)
  const codes = await Promise.all(
    [{ type: 7 }, { launch_mode: 9 }, { status: 12 }, { length: 1001 }].map(
      async (one) => (await list(one)).body.code,
    ),
  )
  expect(codes).toEqual([1241002, 1240002, 1240002, 1240003])
})

test('bk_biz_id between 8000000 and 9999999 is a business set', async () => {
  const { body } = await esb('get_job_instance_list', { ...window, bk_biz_id: 9_000_001 })
  expect(body.data.data[0]).toMatchObject({ bk_scope_type: 'biz_set', bk_scope_id: '9000001' })
})

test('a status without hosts, and with all 2,000 of them, seven failed in three ways', async () => {
  const ids = { ...demo, job_instance_id: 20_000_000_001 }
  const short = await get('v3/get_job_instance_status', ids)
  expect(short.body.data.finished).toBe(true)
  expect(short.body.data.step_instance_list[1].step_ip_result_list).toBeNull()
  const { body } = await get('v3/get_job_instance_status', { ...ids, return_ip_result: true })
  const [, release, unreached] = body.data.step_instance_list
  expect(unreached.step_ip_result_list).toEqual([])
  const failed = release.step_ip_result_list.filter((host: { status: number }) => host.status !== 9)
  expect(release.step_ip_result_list).toHaveLength(2_000)
  expect(failed.map((host: { status: number }) => host.status).toSorted()).toEqual([
    102, 102, 104, 104, 104, 310, 310,
  ])
})

test('a file step lists its targets only, without exit codes', async () => {
  const { body } = await get('v3/get_job_instance_status', { ...step(15), return_ip_result: true })
  const hosts = body.data.step_instance_list[0].step_ip_result_list
  expect(hosts).toHaveLength(60)
  expect(new Set(hosts.map((host: { exit_code: unknown }) => host.exit_code))).toEqual(new Set([null]))
})

test('containers fail the status with hosts, not the one without', async () => {
  expect((await get('v3/get_job_instance_status', { ...step(6), return_ip_result: true })).body.code).toBe(
    1240002,
  )
  expect((await get('v3/get_job_instance_status', step(6))).body.code).toBe(0)
  expect((await get('v3/get_job_instance_status', demo)).body.code).toBe(1241007)
})

test('an abnormal job is finished although two hosts run for ever', async () => {
  const { body } = await get('v3/get_job_instance_status', { ...step(23), return_ip_result: true })
  const statuses = body.data.step_instance_list[0].step_ip_result_list.map(
    (host: { status: number }) => host.status,
  )
  expect(body.data.finished).toBe(true)
  expect(statuses.filter((status: number) => status === 7)).toHaveLength(2)
})

test('a step of 50,000 hosts answers with all of them', async () => {
  const { body } = await get('v3/get_job_instance_status', { ...step(2), return_ip_result: true })
  const hosts = body.data.step_instance_list[0].step_ip_result_list
  expect(hosts).toHaveLength(50_000)
  expect(
    new Set(hosts.map((host: { bk_cloud_id: number; ip: string }) => `${host.bk_cloud_id}:${host.ip}`)).size,
  ).toBe(50_000)
})
