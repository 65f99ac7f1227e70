import { expect, test } from 'vitest'
import { get, post, startedAt, step } from './job-sandbox.fixture.ts'
import { storyInstances } from './story.ts'

const batch = 'v3/batch_get_job_instance_ip_log'
const minute = 60_000
const cap = 5 * 1024 * 1024

async function logOf(number: number, hostId: number, at = 0): Promise<string> {
  const { body } = await post(batch, { ...step(number), host_id_list: [hostId] }, { at })
  return body.data.script_task_logs?.[0].log_content ?? ''
}

const exhibit = (number: number): Promise<string> => logOf(27, 50_100 + number)
const longestLine = (log: string): number => Math.max(...log.split('\n').map((line) => line.length))

test('the gallery of the reader shows what it promises', async () => {
  expect(await exhibit(1)).toContain('\u001b[1;3;38;2;255;128;0m')
  expect(longestLine(await exhibit(2))).toBeGreaterThan(290_000)
  expect(await exhibit(2)).toContain('\b')
  expect(await exhibit(3)).toContain('👨‍👩‍👧‍👦')
  expect(longestLine(await exhibit(4))).toBe(4 * 1024 * 1024)
  expect((await exhibit(4)).match(/ needle /g)).toHaveLength(2)
  expect(await exhibit(5)).toContain('Traceback (most recent call last):')
  expect(await exhibit(6)).toContain('##[group]')
  expect(await exhibit(6)).toContain('section_start:')
  expect((await exhibit(6)).match(/Begin of collected logs/g)).toHaveLength(2)
  expect(await exhibit(7)).toContain('hunter2')
  expect(await exhibit(8)).toContain('<script>')
  expect((await exhibit(9)).split('\n')).toHaveLength(200_001)
  expect(await exhibit(10)).toContain('\u001b]8;;https://')
})

test('no exhibit is larger than the platform allows', () => {
  const [gallery] =
    storyInstances(startedAt)
      .find(({ id }) => id === '20000000027')
      ?.steps() ?? []
  const logs = gallery?.targets.all.map((_, index) => gallery.scriptLog(index, startedAt) ?? '') ?? []
  expect(logs).toHaveLength(10)
  for (const log of logs) expect(Buffer.byteLength(log)).toBeLessThanOrEqual(cap)
})

test('a thousand lines a second for ten minutes, within the cap', async () => {
  const printed = (log: string) => log.split('\n').length - 2
  expect(printed(await logOf(28, 2581, 1_234))).toBe(1_234)
  const early = await logOf(28, 2581, minute)
  expect(printed(early)).toBe(60_000)
  const whole = await logOf(28, 2581, 11 * minute)
  expect(whole.startsWith(early)).toBe(true)
  expect(whole.length).toBeLessThanOrEqual(cap)
  expect(whole.trimEnd().endsWith('job_success:[done]')).toBe(true)
  const { body } = await get('v3/get_job_instance_status', step(28), { at: minute })
  expect(body.data).toMatchObject({ finished: false, job_instance: { status: 2 } })
})
