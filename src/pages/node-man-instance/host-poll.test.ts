import { expect, test } from 'vitest'
import { hostPollMs } from './host-poll.ts'

const minute = 60_000
const poll = (jobStatus: string, hostStatus: string | null, endedAt: number | null) =>
  hostPollMs({ jobStatus, hostStatus, endedAt, now: 100 * minute })

test('a host that is over is not asked about, even while other hosts of the job run', () => {
  expect(poll('RUNNING', 'SUCCESS', 99 * minute)).toBe(false)
  expect(poll('PART_FAILED', 'FAILED', 10 * minute)).toBe(false)
  expect(poll('TERMINATED', null, null)).toBe(false)
})

test('a running host, or a job whose host is not in sight yet, is asked about every 5 seconds', () => {
  expect(poll('RUNNING', 'RUNNING', null)).toBe(5_000)
  expect(poll('PENDING', null, null)).toBe(5_000)
})

test('a host that failed just now is watched for a retry', () => {
  expect(poll('FAILED', 'FAILED', 95 * minute)).toBe(15_000)
})
