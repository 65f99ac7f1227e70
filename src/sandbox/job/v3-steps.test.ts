import { expect, test } from 'vitest'
import { get, step } from './job-sandbox.fixture.ts'

const status = (values: object, language: 'en' | 'zh-cn' = 'zh-cn') =>
  get('v3/get_step_instance_status', { ...values }, { language })

test('hosts are grouped by status and tag, with words in the caller’s language', async () => {
  const { body } = await status(step(1, 2), 'en')
  const groups = body.data.step_result_group_list.map(
    (group: { result_type: number; result_type_desc: string; tag: string; host_size: number }) =>
      [group.result_type, group.result_type_desc, group.tag, group.host_size] as const,
  )
  expect(groups).toContainEqual([104, 'Non-zero Exit Code', 'config-invalid', 3])
  expect(groups).toContainEqual([102, 'Script Execution Timeout', '', 2])
  expect(groups).toContainEqual([310, 'Abnormal Agent', '', 2])
  expect(groups.reduce((sum: number, group: readonly unknown[]) => sum + Number(group[3]), 0)).toBe(2_000)
})

test('with a status only that group carries hosts, and no more than asked for', async () => {
  const { body } = await status({
    ...step(1, 2),
    status: 104,
    tag: 'config-invalid',
    max_host_num_per_group: 2,
  })
  const filled = body.data.step_result_group_list.filter(
    (group: { host_result_list: unknown }) => group.host_result_list,
  )
  expect(filled).toHaveLength(1)
  expect(filled[0]).toMatchObject({ host_size: 3, result_type: 104 })
  expect(filled[0].host_result_list).toHaveLength(2)
})

test('a keyword is looked for in the logs, an address in both families', async () => {
  const byLog = await status({ ...step(1, 2), keyword: "keyerror: 'ports'" })
  expect(
    byLog.body.data.step_result_group_list.map((group: { host_size: number }) => group.host_size),
  ).toEqual([3])
  const byAddress = await status({ ...step(5), search_ip: '::ea6' })
  expect(byAddress.body.data.step_result_group_list.length).toBeGreaterThan(0)
  const nothing = await status({ ...step(5), search_ip: 'nowhere' })
  expect(nothing.body.data).not.toHaveProperty('step_result_group_list')
})

test('batches: the latest one that began when left out, all for 0, one by number', async () => {
  const sizes = async (batch: object) => {
    const { body } = await status({ ...step(8), ...batch })
    return body.data.step_result_group_list.map((group: { result_type: number; host_size: number }) => [
      group.result_type,
      group.host_size,
    ])
  }
  expect(await sizes({})).toEqual([[9, 20]])
  expect(await sizes({ batch: 0 })).toEqual([
    [9, 40],
    [5, 40],
  ])
  expect(await sizes({ batch: 4 })).toEqual([[5, 20]])
})

test('older attempts have their own results, the answer names the current attempt', async () => {
  const failedIn = async (attempt: object) => {
    const { body } = await status({ ...step(9), ...attempt })
    const groups: readonly { result_type: number; host_size: number }[] = body.data.step_result_group_list
    expect(body.data.execute_count).toBe(2)
    return groups.filter((group) => group.result_type === 104).map((group) => group.host_size)
  }
  expect(await failedIn({ execute_count: 0 })).toEqual([12])
  expect(await failedIn({ execute_count: 1 })).toEqual([4])
  expect(await failedIn({})).toEqual([])
})

test('what cannot be grouped: confirmations, containers, steps that are not there', async () => {
  const codes = [step(11, 2), step(6), step(1, 9)].map(async (ids) => (await status(ids)).body.code)
  expect(await Promise.all(codes)).toEqual([1241003, 1240002, 1244007])
})

test('unknown host statuses pass through without a word', async () => {
  const { body } = await status(step(13))
  const odd = body.data.step_result_group_list.find(
    (group: { result_type: number }) => group.result_type === 777,
  )
  expect(odd).toMatchObject({ result_type_desc: '', host_size: 1 })
})

test('details by kind: script, SQL, file with its sources, confirmation', async () => {
  const detail = async (ids: object) => (await get('v3/get_step_instance_detail', { ...ids })).body.data
  expect(await detail(step(1, 2))).toMatchObject({
    type: 1,
    script_info: { script_language: 1, is_param_sensitive: true },
  })
  expect(await detail(step(12))).toMatchObject({ type: 1, script_info: { script_language: 6 } })
  expect(await detail(step(11, 2))).toMatchObject({ type: 3, script_info: null, file_info: null })
  const { file_info } = await detail(step(15))
  expect(file_info.file_source_list.map((source: { file_type: number }) => source.file_type)).toEqual([1, 3])
  expect(file_info.file_source_list[0].server.ip_list[0].bk_host_id).toBe(88_021)
})

test('global variables exist for script steps of plans only', async () => {
  const variables = async (ids: object) =>
    (await get('v3/get_job_instance_global_var_value', { ...ids })).body.data.step_instance_var_list
  expect(await variables(step(1))).toHaveLength(3)
  expect(await variables(step(2))).toEqual([])
})
