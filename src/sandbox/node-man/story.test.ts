import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STARTED_AT } from '../sandbox.fixture.ts'
import { type NodeManJob, newestAttempt } from './job.ts'
import { type StepView, viewSteps } from './run.ts'
import { tellStory } from './story.ts'

const jobs = tellStory(STARTED_AT)
const table = readFileSync(new URL('./story.ts', import.meta.url), 'utf8')
const rows = [...table.matchAll(/^ \* \| (\d[\d–, ]*) \| (.*) \| (.*) \|$/gm)].map(
  ([, ids = '', , instances = '']) => ({
    ids: expand(ids),
    instances,
  }),
)

/** `901–990`, `1108, 1109` or one id. */
function expand(text: string): readonly number[] {
  const [from = 0, to = from] = text.split('–').map(Number)
  if (text.includes(',')) return text.split(',').map(Number)
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

test('the table names every job of the story, once', () => {
  expect(rows.flatMap(({ ids }) => ids).toSorted((a, b) => a - b)).toEqual(jobs.map(({ id }) => id))
})

test('every instance id the table spells out exists in its job', () => {
  const named = rows.flatMap(({ ids, instances }) =>
    [...instances.matchAll(/`(?:host\|instance\|host\||…)(\d{10}|[\da-f.:]+-\d-0)`/g)].map(([, id]) => ({
      ids,
      id,
    })),
  )
  expect(named.length).toBeGreaterThan(30)
  for (const { ids, id } of named) {
    const found = jobs.filter((job) => ids.includes(job.id)).flatMap(({ instances }) => instances)
    expect(found.map(({ host }) => host.instanceId)).toContain(`host|instance|host|${id}`)
  }
})

test('instance ids are unique inside a job', () => {
  for (const job of jobs) {
    const ids = job.instances.map(({ host }) => host.instanceId)
    expect(new Set(ids).size, `job ${job.id}`).toBe(ids.length)
  }
})

const MOMENTS = [-60, 0, 15, 30, 45, 100, 600, 3600, 40 * 86_400].map(
  (seconds) => STARTED_AT + seconds * 1000,
)

test('at any moment a step’s status, times and log agree', () => {
  for (const now of MOMENTS)
    for (const job of jobs) for (const step of stepsAt(job, now)) expectAgreement(step, now)
})

function stepsAt(job: NodeManJob, now: number): readonly StepView[] {
  return job.instances.slice(0, 30).flatMap((instance) => {
    const attempt = newestAttempt(job, instance, now)
    return attempt === null ? [] : viewSteps(attempt.run, now)
  })
}

function expectAgreement(step: StepView, now: number): void {
  const isBlank = step.startAt === null && step.finishAt === null && step.log() === ''
  if (step.status === 'PENDING') expect(isBlank).toBe(true)
  if (step.status === 'FAILED') expect(step.log()).not.toBe('')
  if (step.status === 'RUNNING') expect(step.finishAt ?? 0).toBeLessThanOrEqual(now)
  expect(step.startAt ?? 0).toBeLessThanOrEqual(step.finishAt ?? now)
}

test('the log of an unfinished step only ever grows', () => {
  const moving = jobs.filter(({ id }) => [1101, 1104, 1106, 1125].includes(id))
  for (const job of moving) {
    const logs = [0, 10, 20, 60, 120].map(
      (seconds) => stepsAt(job, STARTED_AT + seconds * 1000)[3]?.log() ?? '',
    )
    logs.slice(1).forEach((log, index) => {
      expect(log.startsWith(logs[index] ?? 'missing')).toBe(true)
    })
  }
})
