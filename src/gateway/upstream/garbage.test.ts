import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  frameHeaderSchema,
  jobInstanceDetailSchema,
  jobInstancePageSchema,
  type ScopeId,
  stepInstanceDetailSchema,
} from '#contract'
import { ProblemError } from '../problem-error.ts'
import {
  callContext,
  collect,
  type Generation,
  json,
  recordingFetch,
  stepAt,
  upstreamTo,
} from './job-upstream.fixture.ts'

/*
 * Upstream may answer anything. Whatever JSON it is, it becomes a contract value or a problem, never a crash.
 */

const names = [
  'result',
  'code',
  'code_name',
  'message',
  'data',
  'error',
  'details',
  'permission',
  'actions',
  'finished',
  'job_instance',
  'job_instance_id',
  'job_instance_list',
  'step_instance_list',
  'step_instance_id',
  'step_ip_result_list',
  'step_result_group_list',
  'host_result_list',
  'step_execute_object_result_list',
  'execute_object',
  'container',
  'host',
  'type',
  'resource_id',
  'bk_host_id',
  'bk_cloud_id',
  'ip',
  'log_type',
  'script_task_logs',
  'file_task_logs',
  'file_logs',
  'download_log',
  'src_ip',
  'log_content',
  'mode',
  'status',
]
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 1, 2, '', '1', '00', '10.0.0.1', 1244006, 9900403),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
  ),
}))
/** Most answers should get past the envelope, else nothing behind it is tried. */
const answer = fc.oneof(
  { weight: 3, arbitrary: value.map((data) => ({ result: true, code: 0, data })) },
  { weight: 1, arbitrary: value },
)
const generation = fc.constantFrom<Generation>('gateway-v3', 'gateway-v4', 'gateway-v4-ip-log', 'esb')
const status = fc.constantFrom(200, 200, 200, 400, 401, 403, 404, 500)

const scope = { type: 'biz', id: '1' as ScopeId } as const
const step = stepAt('biz', '1', '1', '1')

async function orProblem<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError)
    return null
  }
}

test('any JSON becomes a contract value or a problem', async () => {
  await fc.assert(
    fc.asyncProperty(generation, answer, status, async (kind, body, code) => {
      const { fetch } = recordingFetch(() => json(body ?? null, code))
      const upstream = upstreamTo(kind, fetch)
      const query = { from: 1, to: 2, start: 0, length: 10 }
      const page = await orProblem(upstream.jobInstances(scope, query, callContext()))
      if (page !== null) expect(jobInstancePageSchema.safeParse(page).error).toBeUndefined()
      const detail = await orProblem(upstream.jobInstance(scope, step.jobInstanceId, callContext()))
      if (detail !== null) expect(jobInstanceDetailSchema.safeParse(detail).error).toBeUndefined()
      const one = await orProblem(upstream.stepInstance(step, callContext()))
      if (one !== null) expect(stepInstanceDetailSchema.safeParse(one).error).toBeUndefined()
      const logs = upstream.stepLogs(step, { keys: ['1', '0:10.0.0.1'], withSources: true }, callContext())
      const frames = await orProblem(collect(logs))
      if (frames !== null) expect(frames.at(-1)?.header.kind).toBe('end')
      for (const { header } of frames ?? []) {
        expect(frameHeaderSchema.safeParse({ ...header, bytes: 0 }).error).toBeUndefined()
      }
    }),
    { numRuns: 300 },
  )
})
