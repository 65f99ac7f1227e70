import { expect, test } from 'vitest'
import { ask, CREDENTIALS, GATEWAY, gatewayRequest, STARTED_AT, standingSandbox } from '../sandbox.fixture.ts'
import { zonedTime } from './time.ts'

const { sandbox } = standingSandbox()

type Row = { instance_id?: string; ip: string; status: string; filter_host?: boolean }

function details(jobId: number, body: object) {
  return ask(sandbox, gatewayRequest(`${GATEWAY}/api/job/${jobId}/details/`, body))
}

function list(body: object, user = 'demo') {
  return ask(
    sandbox,
    gatewayRequest(`${GATEWAY}/api/job/job_list/`, body, { ...CREDENTIALS, bk_token: user }),
  )
}

const ids = (rows: readonly Row[]) =>
  rows.map((row) => Number(row.instance_id?.split('|')[3]) - 2_000_200_000)

test('ignored hosts come after the rows of every page, without an instance', async () => {
  for (const page of [1, 2, 3]) {
    const { data } = await details(1115, { page, pagesize: 5 })
    const rows: Row[] = data.list
    expect(data.total).toBe(12)
    expect(rows.slice(-3)).toMatchObject(Array(3).fill({ filter_host: true, step: '' }))
    expect(rows.slice(-3).some((row) => 'instance_id' in row)).toBe(false)
  }
})

test('pages ascend, rows inside a page descend', async () => {
  const first = (await details(1115, { page: 1, pagesize: 5 })).data.list.slice(0, 5)
  const second = (await details(1115, { page: 2, pagesize: 5 })).data.list.slice(0, 5)
  expect(ids(first)).toEqual([254, 253, 252, 251, 250])
  expect(ids(second)).toEqual([259, 258, 257, 256, 255])
})

test('start counts from 1 and wins over page; −1 is all; a page past the end is an error', async () => {
  expect(ids((await details(1115, { start: 3, page: 9, pagesize: 2 })).data.list.slice(0, 2))).toEqual([
    253, 252,
  ])
  expect((await details(1115, { pagesize: -1 })).data.list).toHaveLength(15)
  expect(await details(1115, { page: 4, pagesize: 5 })).toMatchObject({ result: false, code: 3800500 })
})

test('conditions filter hosts; a status that is no list matches nothing', async () => {
  const failed = { key: 'status', value: ['FAILED'] }
  expect((await details(3000, { conditions: [failed], pagesize: -1 })).data).toMatchObject({ total: 7 })
  expect((await details(3000, { conditions: [{ key: 'status', value: 'FAILED' }] })).data.total).toBe(0)
  expect((await details(1121, { conditions: [{ key: 'ip', value: '10.2.2.202' }] })).data.total).toBe(1)
  const one = 'host|instance|host|2000200701'
  expect((await details(1121, { conditions: [{ key: 'instance_id', value: [one] }] })).data.total).toBe(1)
  expect((await details(1121, { exclude_instance_ids: [one] })).data.total).toBe(7)
})

test('three thousand hosts come in one answer, seven of them failed', async () => {
  const { data } = await details(3000, { pagesize: -1 })
  expect(data.list).toHaveLength(3000)
  expect(data).toMatchObject({
    status: 'PART_FAILED',
    statistics: { total_count: 3000, failed_count: 7, success_count: 2993 },
  })
})

test('a job with nothing to do has one row that says so', async () => {
  const { data } = await details(1116, {})
  expect(data).toMatchObject({ total: 0, status: 'SUCCESS' })
  expect(data.list).toMatchObject([{ ip: '', status_display: '没有需要变更的实例' }])
})

test('a row tells its step in the viewer’s language, or that nothing is registered yet', async () => {
  const { data } = await details(1101, {})
  expect(data.list[0]).toMatchObject({
    status: 'RUNNING',
    status_display: '正在 安装',
    step: '安装',
    node_id: 3,
    bk_host_id: null,
  })
  const request = gatewayRequest(`${GATEWAY}/api/job/1101/details/`, {})
  request.headers.set('Blueking-Language', 'en')
  expect((await ask(sandbox, request)).data).toMatchObject({
    job_type_display: 'Install Agent',
    list: [{ status_display: 'Running 安装' }, {}],
  })
})

test('the list is newest first, counts all, and has no page past its end', async () => {
  const { data } = await list({ page: 1, pagesize: 5 })
  const jobIds: number[] = data.list.map(({ id }: { id: number }) => id)
  expect(jobIds).toEqual(jobIds.toSorted((a, b) => b - a))
  expect(data.list).toHaveLength(5)
  expect(data.total).toBeGreaterThan(120)
  expect(await list({ page: 99, pagesize: 50 })).toMatchObject({ result: false, code: 3800500 })
})

test('an item holds what the attempts call needs, and zoned times', async () => {
  const { data } = await list({ job_id: [1111] })
  expect(data.list).toMatchObject([
    {
      subscription_id: 21111,
      task_id_list: [11111, 11112, 11113],
      start_time: zonedTime(STARTED_AT - 30 * 3_600_000),
      job_type_display: '安装 Agent',
      cost_time: expect.stringMatching(/^\d+$/),
      bk_biz_scope_display: ['demo game'],
    },
  ])
})

test.each([
  ['status', { status: ['TERMINATED'] }, [1122]],
  ['operator', { created_by: ['smith'] }, [1113]],
  ['step type', { step_type: ['PROXY'] }, [1005]],
  ['business', { bk_biz_id: [1], job_id: [1, 1001, 3000] }, [3000, 1]],
  ['address', { inner_ip_list: ['10.2.0.241'], start_time: '2025-09-14 00:00:00' }, [1114]],
  ['time', { start_time: '2025-09-15 09:59:59', end_time: '2025-09-15 10:00:00+0800' }, [1102]],
])('the list filters by %s', async (_, filter, expected) => {
  const { data } = await list({ ...filter, pagesize: 100 })
  expect(data.list.map(({ id }: { id: number }) => id)).toEqual(expected)
})

test('automatic jobs can be hidden, and counts sort both ways', async () => {
  const { data } = await list({ hide_auto_trigger_job: true, pagesize: 500 })
  expect(data.list.some(({ is_auto_trigger }: { is_auto_trigger: boolean }) => is_auto_trigger)).toBe(false)
  const sorted = await list({ sort: { head: 'total_count', sort_type: 'DEC' }, pagesize: 2 })
  expect(sorted.data.list.map(({ id }: { id: number }) => id)).toEqual([3000, 1120])
})

test('who has no business sees no job, and nobody sees the denied one', async () => {
  expect((await list({}, 'nobody')).data).toEqual({ total: 0, list: [] })
  expect((await list({ job_id: [1123] })).data.total).toBe(0)
})

test('states of a job come from its hosts', async () => {
  const wanted = {
    1101: 'RUNNING',
    1102: 'PENDING',
    1103: 'FAILED',
    1105: 'PART_FAILED',
    1120: 'RUNNING',
    1122: 'TERMINATED',
    1001: 'SUCCESS',
  }
  const { data } = await list({ job_id: Object.keys(wanted), pagesize: 50 })
  const found = Object.fromEntries(
    data.list.map(({ id, status }: { id: number; status: string }) => [id, status]),
  )
  expect(found).toEqual(wanted)
})
