import { expect, test } from 'vitest'
import { get, post, range, startedAt, step } from './job-sandbox.fixture.ts'
import { storyInstances } from './story.ts'

const batch = 'v3/batch_get_job_instance_ip_log'
const minute = 60_000

async function logOf(ids: object, hostId: number, at = 0): Promise<string | null> {
  const { body } = await post(batch, { ...ids, host_id_list: [hostId] }, { at })
  return body.data.script_task_logs?.[0].log_content ?? null
}

test('ids are unique, steps too, and the story is the same every time', () => {
  const instances = storyInstances(startedAt)
  expect(new Set(instances.map(({ id }) => id)).size).toBe(instances.length)
  const steps = instances.flatMap((instance) => instance.steps().map(({ id, name }) => `${id} ${name}`))
  expect(new Set(steps.map((line) => line.split(' ')[0])).size).toBe(steps.length)
  const again = storyInstances(startedAt)
  expect(again.flatMap((instance) => instance.steps().map(({ id, name }) => `${id} ${name}`))).toEqual(steps)
})

test('every host of the history has a log and a result, whatever its state', () => {
  const some = storyInstances(startedAt).filter((_, order) => order % 9 === 0)
  for (const one of some
    .flatMap((instance) => instance.steps())
    .filter(({ targets }) => targets.all.length < 50)) {
    const statuses = one.targets.all.map((_, index) => one.outcome(index, startedAt, one.executeCount).status)
    expect(statuses.every(Number.isInteger)).toBe(true)
    expect(
      one.targets.all.map((_, index) => one.scriptLog(index, startedAt)).every((log) => log !== null),
    ).toBe(true)
  }
})

test('the long log has exactly 5 MiB and ends in the middle of a line', async () => {
  const log = await logOf(step(3), 1042)
  expect(log).toHaveLength(5 * 1024 * 1024)
  expect(log?.endsWith('\n')).toBe(false)
})

test('500 hosts have 200 KB each, all different', async () => {
  const { body } = await post(batch, { ...step(21), host_id_list: range(3001, 3) })
  const logs: readonly string[] = body.data.script_task_logs.map(
    (log: { log_content: string }) => log.log_content,
  )
  expect(logs.map((log) => log.length)).toEqual([204_800, 204_800, 204_800])
  expect(new Set(logs).size).toBe(3)
})

test('the gallery shows what it promises', async () => {
  const exhibit = (number: number) => logOf(step(4), 50_000 + number)
  expect(await exhibit(1)).toContain('\u001b[38;2;')
  expect(await exhibit(2)).toContain('\r')
  expect(await exhibit(3)).toContain('👩‍💻')
  expect(Math.max(...((await exhibit(4)) ?? '').split('\n').map((line) => line.length))).toBe(2 * 1024 * 1024)
  expect(await exhibit(5)).toContain('\u202e')
  expect(await exhibit(6)).toContain('<script>')
  expect(await exhibit(7)).toContain('\u0000')
  expect(await exhibit(7)).toContain('GBK as it came: \ufffd\ufffd\ufffd\ufffd, and')
  expect(await exhibit(8)).toContain('\r\n')
  expect(await exhibit(9)).toBe('')
  expect(await exhibit(10)).toBeNull()
  expect((await exhibit(11))?.endsWith('newline')).toBe(true)
})

test('a running log only grows, waits at first, and ends after ten minutes', async () => {
  expect(await logOf(step(16), 2520)).toBeNull()
  const early = (await logOf(step(16), 2501, minute)) ?? ''
  const later = (await logOf(step(16), 2501, 2 * minute)) ?? ''
  expect(later.startsWith(early)).toBe(true)
  expect(later.length).toBeGreaterThan(early.length)
  expect(await logOf(step(16), 2507, 11 * minute)).toContain('job_fail:[not-ready]')
  const state = async (at: number) => (await get('v3/get_job_instance_status', step(16), { at })).body.data
  expect(await state(minute)).toMatchObject({
    finished: false,
    job_instance: { status: 2, total_time: minute },
  })
  expect(await state(11 * minute)).toMatchObject({
    finished: true,
    job_instance: { status: 4, total_time: 10 * minute },
  })
})

test('a running distribution passes through waiting, downloading and finished', async () => {
  const statusesAt = async (at: number) => {
    const { body } = await post(batch, { ...step(18), host_id_list: [2541] }, { at })
    const logs: readonly { status: number; src_path: string }[] = body.data.file_task_logs[0].file_logs
    return new Map(logs.map((log) => [log.src_path.replace(/^.*\//, ''), log.status]))
  }
  expect(await statusesAt(minute / 4)).toEqual(filesIn(3, 1, 1, 1))
  expect(await statusesAt(20 * minute)).toEqual(filesIn(4, 4, 4, 4))
})

function filesIn(...statuses: readonly number[]): ReadonlyMap<string, number | undefined> {
  return new Map(
    ['app.tar.gz', 'maps.pak', 'sounds.pak', 'video.pak'].map((name, file) => [name, statuses[file]]),
  )
}

test('rolling by source files lists every target once per batch, its logs once', async () => {
  const { body } = await get('v3/get_job_instance_status', { ...step(26), return_ip_result: true })
  const rows = body.data.step_instance_list[0].step_ip_result_list
  expect(rows).toHaveLength(10)
  expect(new Set(rows.map((row: { bk_host_id: number }) => row.bk_host_id)).size).toBe(5)
  const logs = await post(batch, { ...step(26), host_id_list: range(2221, 5) })
  expect(logs.body.data.file_task_logs).toHaveLength(5)
})

test('the varied distribution has every state and reason; ended hosts and transfers agree', async () => {
  const { body } = await post(batch, {
    ...step(15),
    host_id_list: [...range(2101, 60), 88_021, 88_022, 88_023],
  })
  const logs: readonly {
    status: number
    mode: number
    src_ip: unknown
    size: unknown
    log_content: string
  }[] = body.data.file_task_logs.flatMap((host: { file_logs: unknown }) => host.file_logs)
  expect(new Set(logs.map((log) => log.status))).toEqual(new Set([0, 1, 2, 3, 4, 5]))
  expect(logs.filter((log) => log.status === 0).every((log) => log.src_ip === null)).toBe(true)
  expect(logs.some((log) => log.size === '--')).toBe(true)
  const texts = logs.map((log) => log.log_content).join('')
  for (const word of [
    'State: ',
    'Status: 203',
    'No space left',
    'Status: 310',
    'Status: 303',
    'Directory: ',
    'not installed',
  ]) {
    expect(texts).toContain(word)
  }
})

test('the large distribution holds 100,000 transfers, 27 of them failed, in every state', {
  timeout: 60_000,
}, () => {
  const instance = storyInstances(startedAt).find(({ id }) => id === '20000000014')
  const [large] = instance?.steps() ?? []
  const statuses = large?.targets.all.flatMap(
    (_, target) => large.distribution?.downloads(target, startedAt).map(({ status }) => status) ?? [],
  )
  expect(statuses).toHaveLength(100_000)
  expect(statuses?.filter((status) => status === 5)).toHaveLength(27)
  const uploads = Array.from(
    { length: 5 },
    (_, source) => large?.distribution?.uploads(source, startedAt) ?? [],
  ).flat()
  const states = new Set([...(statuses ?? []), ...uploads.map(({ status }) => status)])
  expect([...states].sort()).toEqual([0, 1, 2, 3, 4, 5])
})

test('a chunk of 500 hosts of it is one answer', { timeout: 60_000 }, async () => {
  const { body } = await post(batch, { ...step(14), host_id_list: range(1001, 500) })
  const counts = body.data.file_task_logs.map(
    (log: { file_logs: readonly unknown[] }) => log.file_logs.length,
  )
  expect(counts).toEqual(Array(500).fill(50))
})
