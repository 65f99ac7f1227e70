import { expect, test } from 'vitest'
import { demo, esb, get, post, range, send, step } from './job-sandbox.fixture.ts'

const batch = 'v3/batch_get_job_instance_ip_log'
const release = step(1, 2)
const idsOf = (logs: readonly { bk_host_id: number }[]) => logs.map((log) => log.bk_host_id)

test('500 hosts are answered, 501 are rejected whole, and so are none', async () => {
  const whole = await post(batch, { ...release, host_id_list: range(1001, 500) })
  expect(whole.body.data.script_task_logs).toHaveLength(500)
  for (const host_id_list of [range(1001, 501), []]) {
    const { status, body } = await post(batch, { ...release, host_id_list })
    expect(status).toBe(200)
    expect(body).toMatchObject({ result: false, code: 1241007 })
    expect(body).not.toHaveProperty('data')
  }
})

test('the order is nobody’s, and the same every time', async () => {
  const asked = range(1001, 40)
  const once = idsOf((await post(batch, { ...release, host_id_list: asked })).body.data.script_task_logs)
  const again = idsOf((await post(batch, { ...release, host_id_list: asked })).body.data.script_task_logs)
  expect(once).not.toEqual(asked)
  expect(once.toSorted((a, b) => a - b)).toEqual(asked)
  expect(again).toEqual(once)
})

test('unknown hosts are silently omitted, a list of them only is null', async () => {
  const some = await post(batch, { ...release, host_id_list: [1001, 999_999] })
  expect(idsOf(some.body.data.script_task_logs)).toEqual([1001])
  const none = await post(batch, { ...release, host_id_list: [999_999] })
  expect(none.body.data).toMatchObject({ log_type: 1, script_task_logs: null, file_task_logs: null })
})

test('host_id_list wins over ip_list; an element of ip_list may carry a host id', async () => {
  const ip_list = [{ bk_cloud_id: 0, ip: '10.10.0.2' }, { bk_host_id: 1003 }]
  const both = await post(batch, { ...release, host_id_list: [1001], ip_list })
  expect(idsOf(both.body.data.script_task_logs)).toEqual([1001])
  const byAddress = await post(batch, { ...release, ip_list })
  expect(idsOf(byAddress.body.data.script_task_logs).toSorted()).toEqual([1002, 1003])
})

test('a script log carries host_id beside bk_host_id; a logless host is not there', async () => {
  const { body } = await post(batch, { ...release, host_id_list: [1001] })
  const [log] = body.data.script_task_logs
  expect(Object.keys(log)).toEqual(['host_id', 'bk_host_id', 'bk_cloud_id', 'ip', 'ipv6', 'log_content'])
  const gone = await post(batch, { ...step(20), host_id_list: range(1701, 12) })
  expect(gone.body).toMatchObject({ result: true, data: { script_task_logs: null } })
})

test('IPv6-only hosts have a null ip and are found by id only', async () => {
  const { body } = await post(batch, { ...step(5), host_id_list: [60_001] })
  expect(body.data.script_task_logs[0]).toMatchObject({ ip: null, ipv6: '2408:4003:10:4::ea61' })
})

test('the file-step trap: hosts that are not the step’s bring every host', async () => {
  const { body } = await post(batch, { ...step(10), host_id_list: [7] })
  expect(idsOf(body.data.file_task_logs).toSorted((a, b) => a - b)).toEqual([2203, 2208, 88_001])
})

test('the batch loses the file logs of hosts carried over by a retry, the single call has them', async () => {
  const { body } = await post(batch, { ...step(10), host_id_list: range(2201, 10) })
  expect(idsOf(body.data.file_task_logs).toSorted()).toEqual([2203, 2208])
  const single = await get('v3/get_job_instance_ip_log', { ...step(10), bk_host_id: 2201 })
  expect(single.body.data.file_logs.map((log: { mode: number }) => log.mode)).toEqual([1, 1, 0, 0])
})

test('the single call ignores host_id, never fills the figures and loses addresses', async () => {
  const ignored = await get('v3/get_job_instance_ip_log', { ...step(15), host_id: 2101 })
  expect(ignored.body.code).toBe(1241007)
  const { body } = await get('v3/get_job_instance_ip_log', { ...step(15), bk_cloud_id: 0, ip: '10.10.4.101' })
  expect(body.data).toMatchObject({ log_type: 2, ip: '10.10.4.101', bk_cloud_id: 0, log_content: null })
  const [first] = body.data.file_logs
  expect(first).toMatchObject({
    size: null,
    speed: null,
    process: null,
    dest_ip: { bk_host_id: 2101, ip: null },
  })
})

test('the single call answers an unknown host with a null log', async () => {
  const { body } = await esb('get_job_instance_ip_log', { ...release, bk_host_id: 5 })
  expect(body).toMatchObject({ result: true, data: { bk_host_id: 5, ip: null, log_content: null } })
})

test('a confirmation has no log type, a container fails the reader', async () => {
  const confirm = await post(batch, { ...step(11, 2), host_id_list: [1] })
  expect(confirm.body.data).toMatchObject({ log_type: null, script_task_logs: null, file_task_logs: null })
  const containers = await post(batch, { ...step(6), host_id_list: [7001] })
  expect(containers.body).toMatchObject({ result: false, code: 1240002, message: '内部服务器异常' })
})

test('stale progress stays on failure, and is null when nothing was reported', async () => {
  const { body } = await post(batch, { ...step(15), host_id_list: [2107, 2106] })
  const logsOf = (id: number) =>
    body.data.file_task_logs.find((log: { bk_host_id: number }) => log.bk_host_id === id).file_logs[0]
  expect(logsOf(2107)).toMatchObject({
    status: 5,
    process: '37%',
    log_content: expect.stringContaining('No space'),
  })
  expect(logsOf(2106)).toMatchObject({ status: 5, size: null, speed: null, process: null })
})

test('expired, unknown and foreign instances and missing steps are one code', async () => {
  const codes = [
    { ...release, job_instance_id: 20_000_000_099 },
    { ...release, step_instance_id: 1 },
    { ...release, bk_scope_id: '1' },
  ].map(async (ids) => (await post(batch, { ...ids, host_id_list: [1001] })).body.code)
  expect(await Promise.all(codes)).toEqual([1244006, 1244006, 1244006])
})

test('bad ids, unreadable bodies and wrong methods are 1240003 inside HTTP 200', async () => {
  const answers = [
    await post(batch, { ...release, job_instance_id: 0, host_id_list: [1] }),
    await post(batch, { ...release, job_instance_id: 'abc', host_id_list: [1] }),
    await send({ path: `/api/${batch}`, method: 'POST', bodyText: '{"bk_scope_type":' }),
    await get(batch, release),
  ]
  for (const { status, body } of answers) expect([status, body.code]).toEqual([200, 1240003])
})

test('an id of 19 digits survives both ways', async () => {
  const bodyText = `{"bk_scope_type":"biz","bk_scope_id":"2","job_instance_id":9223372036854775807,"step_instance_id":9223372036854775806,"host_id_list":[90001]}`
  const { text, body } = await send({ path: `/api/${batch}`, method: 'POST', bodyText })
  expect(text).toContain('"job_instance_id":9223372036854775807,"step_instance_id":9223372036854775806,')
  expect(body.data.script_task_logs).toHaveLength(1)
})

test('ESB takes bk_biz_id, answers with its request id and speaks English when asked', async () => {
  const { bk_scope_type: _type, bk_scope_id: _id, ...ids } = release
  const good = await esb('batch_get_job_instance_ip_log', { ...ids, bk_biz_id: 2, host_id_list: [1001] })
  expect(good.body).toMatchObject({ result: true, code: 0, message: '', request_id: expect.any(String) })
  const bad = await esb('batch_get_job_instance_ip_log', { ...ids, bk_biz_id: 2 }, { language: 'en' })
  expect(bad.body.message).toBe('Missing or illegal parameter [host_id_list/ip_list]')
})

test('a denial is a number in v3 and ESB, with the missing permission', async () => {
  const { status, body } = await post(batch, { ...release, bk_scope_id: '3', host_id_list: [1] })
  expect(status).toBe(200)
  expect(body).toMatchObject({ result: false, code: 9900403, permission: { system_id: 'bk_job' } })
  const viewer = await post(batch, { ...release, host_id_list: [1001] }, { user: 'guest' })
  expect(viewer.body.permission.actions[0].id).toBe('view_history')
})

test('every answer names its request in the header', async () => {
  const { headers, body } = await post(batch, { ...release, host_id_list: [1001] })
  expect(headers.get('X-Bk-Job-Request-Id')).toBe(body.job_request_id)
  expect(body.job_request_id).toMatch(/^[0-9a-f]{32}$/)
})

test('paths the platform does not have are nobody’s', async () => {
  const paths = ['/api/v3/get_everything', '/api/v3/__proto__', '/api/v4/get_step_instance_status']
  for (const path of paths) await expect(send({ path })).rejects.toThrow('no such path')
  await expect(esb('get_step_instance_status', demo)).rejects.toThrow('no such path')
})
