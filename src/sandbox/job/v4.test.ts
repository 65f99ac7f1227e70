import { expect, test } from 'vitest'
import { demo, get, post, range, send, startedAt, step } from './job-sandbox.fixture.ts'

const batch = 'v4/batch_get_job_instance_execute_object_log'
const day = 86_400_000

test('50 hosts are answered, 51 and none are refused with a detail', async () => {
  const whole = await post(batch, { ...step(1, 2), host_id_list: range(1001, 50) })
  expect(whole.body.data.script_step_execute_object_logs).toHaveLength(50)
  const many = await post(batch, { ...step(1, 2), host_id_list: range(1001, 51) })
  expect(many.status).toBe(400)
  expect(many.body.error).toMatchObject({
    code: 'INVALID_ARGUMENT',
    details: [{ code: '1241025', message: '单次查询的执行目标数量必须在 1-50 之间' }],
  })
  const none = await post(batch, step(1, 2))
  expect(none.body.error.details[0].message).toBe('主机不能为空')
})

test('hosts are execute objects, nulls are nowhere, an unknown host makes an empty list', async () => {
  const { text, body } = await post(batch, { ...step(5), host_id_list: [60_001] })
  const [{ execute_object }] = body.data.script_step_execute_object_logs
  expect(execute_object).toMatchObject({ type: 1, resource_id: '60001', host: { bk_host_id: 60_001 } })
  expect(execute_object.host).not.toHaveProperty('ip')
  expect(text).not.toContain(':null')
  const unknown = await post(batch, { ...step(5), host_id_list: [1] })
  expect(unknown.body.data.script_step_execute_object_logs).toEqual([])
})

test('containers are asked for by id and answered by name', async () => {
  const { body } = await post(batch, { ...step(6), container_id_list: [7001] })
  const [log] = body.data.script_step_execute_object_logs
  expect(log.execute_object).toMatchObject({
    type: 2,
    resource_id: '7001',
    container: { name: 'match-service-0' },
  })
  const state = await get('v4/get_job_instance_status', { ...step(6), return_execute_object_result: true })
  const results = state.body.data.step_instance_list[0].step_execute_object_result_list
  expect(results).toHaveLength(24)
  expect(
    results.every((result: { execute_object: { type: number } }) => result.execute_object.type === 2),
  ).toBe(true)
})

test('a null log is dropped, an empty one is not', async () => {
  const { body } = await post(batch, { ...step(4), host_id_list: [50_009, 50_010] })
  const contents = body.data.script_step_execute_object_logs.map(
    (log: { log_content?: string }) => log.log_content,
  )
  expect(new Set(contents)).toEqual(new Set(['', undefined]))
})

test('file logs come as downloads and uploads', async () => {
  const { body } = await post(batch, { ...step(15), host_id_list: [2101, 88_021] })
  const logs: readonly Record<string, unknown>[] = body.data.file_step_execute_object_logs
  expect(logs.flatMap((log) => Object.keys(log).slice(1)).toSorted()).toEqual(['download_log', 'upload_log'])
})

test('host results are absent unless asked for', async () => {
  const { body } = await get('v4/get_job_instance_status', step(1))
  expect(body.data.step_instance_list[1]).not.toHaveProperty('step_execute_object_result_list')
  const full = await get('v4/get_job_instance_status', { ...step(1), return_execute_object_result: true })
  expect(full.body.data.step_instance_list[1].step_execute_object_result_list).toHaveLength(2_000)
  expect(full.body.data.step_instance_list[2]).not.toHaveProperty('step_execute_object_result_list')
})

test('missing things are 404 with the number in the details', async () => {
  const missingStep = await post(batch, { ...step(1, 9), host_id_list: [1] })
  expect([missingStep.status, missingStep.body.error.code]).toEqual([404, 'NOT_FOUND'])
  expect(missingStep.body.error.details[0].code).toBe('1244007')
  const expired = await get('v4/get_job_instance_status', { ...demo, job_instance_id: 20_000_000_099 })
  expect([expired.status, expired.body.error.details[0].code]).toEqual([404, '1244006'])
})

test('a denial is 403, a wrong method or body 400', async () => {
  const denied = await get('v4/get_job_instance_status', { ...step(1), bk_scope_id: '3' })
  expect([denied.status, denied.body.error.code]).toEqual([403, 'NO_PERMISSION'])
  expect(denied.body.error.data.actions[0].id).toBe('access_business')
  expect((await get(batch, step(1))).status).toBe(400)
  expect((await send({ path: `/api/${batch}`, method: 'POST', bodyText: '[' })).status).toBe(400)
})

test('the list has offsets, no total and no limit of days', async () => {
  const window = { create_time_start: startedAt - 300 * day, create_time_end: startedAt }
  const { body } = await get('v4/get_job_instance_list', { ...demo, ...window })
  expect(Object.keys(body.data)).toEqual(['job_instance_list'])
  expect(body.data.job_instance_list).toHaveLength(10)
  const beyond = await get('v4/get_job_instance_list', { ...demo, ...window, offset: 10_001 })
  expect(beyond.status).toBe(400)
  expect((await get('v4/get_job_instance_list', { ...demo, ...window, length: 201 })).status).toBe(400)
})

test('the scopes a user may see: never business 3, and business 1 not for zhangsan', async () => {
  const idsOf = async (user: string) => {
    const { body } = await get('v4/get_user_authorized_scopes', { length: 200 }, { user })
    return body.data.scope_list.map(
      (scope: Record<string, string>) => `${scope['bk_scope_type']}:${scope['bk_scope_id']}`,
    )
  }
  expect(await idsOf('admin')).toEqual(['biz:2', 'biz:1', 'biz:4', 'biz_set:9000001', 'tenant_set:1'])
  expect(await idsOf('zhangsan')).not.toContain('biz:1')
  const page = await get('v4/get_user_authorized_scopes', { offset: 1, length: 2 })
  expect(page.body.data).toMatchObject({ total: 5, offset: 1, length: 2 })
})

test('the draft: 500 hosts, its own envelope, details nowhere', async () => {
  const draft = 'v4/batch_get_job_instance_ip_log'
  const whole = await post(draft, { ...step(1, 2), host_id_list: range(1001, 500) })
  expect(Object.keys(whole.body)).toEqual(['data'])
  expect(whole.body.data.script_logs).toHaveLength(500)
  const many = await post(draft, { ...step(1, 2), host_id_list: range(1001, 501) })
  expect(many.status).toBe(400)
  expect(Object.keys(many.body.error)).toEqual(['code', 'message'])
})
