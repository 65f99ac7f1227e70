import { expect, test } from 'vitest'
import { isResultFailed, type ResultCount, stepCourseSchema } from '#contract'
import { createSandbox } from '#sandbox'
import { createJobUpstream } from './create-job-upstream.ts'
import { callBy } from './fetch-call.ts'
import { callContext, type Generation, stepAt } from './job-upstream.fixture.ts'
import { createRoom } from './room.ts'
import { createTransport } from './transport.ts'

const startedAt = Date.UTC(2026, 2, 9, 4)
const sandbox = createSandbox({ now: () => startedAt, startedAt })
const demo = { ...callContext(), identity: { by: 'token', cookie: 'bk_token', value: 'demo' } as const }

function connect(generation: Generation) {
  const style = generation === 'esb' ? 'esb' : 'gateway'
  const baseUrl = style === 'esb' ? 'http://bk.test' : 'http://bk.test/api/bk-job/prod'
  const shared = {
    ask: callBy(sandbox.fetch),
    system: 'job',
    appCode: 'joblens',
    appSecret: 'secret',
    room: createRoom(),
  } as const
  return createJobUpstream({ generation, transport: createTransport({ ...shared, style, baseUrl }) })
}

const storyStep = (instance: number, position: number) =>
  stepAt('biz', '2', String(20_000_000_000 + instance), String(20_000_000_000 + instance * 100 + position))
const v3 = connect('gateway-v3')

/** "failed of all". */
function said(counts: readonly ResultCount[]): string {
  const sum = (some: readonly ResultCount[]) => some.reduce((all, { count }) => all + count, 0)
  return `${sum(counts.filter(({ status }) => isResultFailed(status)))} of ${sum(counts)}`
}

test('the batches of a rolling step are found one after the other', async () => {
  const { batches, attempts } = await v3.stepCourse(storyStep(7, 1), demo)
  expect(batches?.map(({ batchNumber, resultCounts }) => [batchNumber, said(resultCounts)])).toEqual([
    [1, '0 of 20'],
    [2, '0 of 20'],
    [3, '1 of 20'],
    [4, '0 of 20'],
    [5, '0 of 20'],
  ])
  expect(attempts).toEqual([])
})

test('a step rolling by its source files has batches of the same targets', async () => {
  const { batches } = await v3.stepCourse(storyStep(26, 1), demo)
  expect(batches?.map(({ resultCounts }) => said(resultCounts))).toEqual(['0 of 5', '0 of 5'])
})

test('a step that does not roll has no batches', async () => {
  expect(await v3.stepCourse(storyStep(1, 1), demo)).toEqual({
    attempts: [],
    batches: [],
    confirmMessage: null,
  })
})

test('each attempt tells how its targets ended', async () => {
  const course = await v3.stepCourse(storyStep(9, 1), demo)
  expect(
    course.attempts?.map(({ executeCount, resultCounts }) => [executeCount, said(resultCounts)]),
  ).toEqual([
    [0, '12 of 40'],
    [1, '4 of 40'],
    [2, '0 of 40'],
  ])
  expect(stepCourseSchema.safeParse(course).success).toBe(true)
})

test('a confirmation has the words the person is asked with', async () => {
  const { confirmMessage } = await v3.stepCourse(storyStep(11, 2), demo)
  expect(confirmMessage).toContain('请运营确认备份完成后再开服')
})

test('v4 asks the calls of v3 beside it, and cannot tell of containers', async () => {
  const v4 = connect('gateway-v4')
  const { attempts, batches } = await v4.stepCourse(storyStep(7, 1), demo)
  expect(attempts).toEqual([])
  expect(batches).toHaveLength(5)
  expect((await v4.stepInstance(storyStep(9, 1), demo, { executeCount: 1 })).part).toEqual({
    executeCount: 1,
    batch: 0,
  })
  expect(await v4.stepCourse(storyStep(6, 1), demo)).toMatchObject({ attempts: null, batches: null })
})

test('ESB cannot tell', async () => {
  expect(await connect('esb').stepCourse(storyStep(7, 1), demo)).toEqual({
    attempts: null,
    batches: null,
    confirmMessage: null,
  })
})

test('results of an earlier attempt or of one batch say so, the whole does not', async () => {
  const first = await v3.stepInstance(storyStep(9, 1), demo, { executeCount: 0 })
  expect(first.part).toEqual({ executeCount: 0, batch: 0 })
  expect(said(first.step.resultCounts ?? [])).toBe('12 of 40')
  const third = await v3.stepInstance(storyStep(7, 1), demo, { batch: 3 })
  expect(third.part).toEqual({ executeCount: 0, batch: 3 })
  expect(third.results).toHaveLength(20)
  const newest = await v3.stepInstance(storyStep(9, 1), demo, { executeCount: 2 })
  expect(newest.part).toBeUndefined()
  const whole = await connect('esb').stepInstance(storyStep(9, 1), demo, { executeCount: 0 })
  expect(whole.part).toBeUndefined()
})

test.each(['gateway-v3', 'gateway-v4', 'esb'] as const)(
  '%s: a few targets of each group, the counts of all',
  async (generation) => {
    const upstream = connect(generation)
    const { results, step } = await upstream.stepInstance(storyStep(1, 2), demo, { perGroup: 1 })
    const groups = results.map(({ status, tag }) => `${status} ${tag ?? ''}`)
    expect(new Set(groups).size).toBe(groups.length)
    expect(groups).toContain('104 config-invalid')
    expect(said(step.resultCounts ?? [])).toBe('7 of 2000')
  },
)
