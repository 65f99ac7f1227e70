import { expect, test } from 'vitest'
import type { JobInstanceId, ScopeId } from '#contract'
import {
  callContext,
  collect,
  type Generation,
  json,
  recordingFetch,
  stepAt,
  upstreamTo,
} from './job-upstream.fixture.ts'
import type { JobUpstream } from './upstream.ts'

/* An answer of another shape is a problem: taken for an empty one it would say that nothing ran. */

const scope = { type: 'biz', id: '1' as ScopeId } as const
const asks = {
  scopes: (upstream: JobUpstream) => upstream.scopes(callContext()),
  history: (upstream: JobUpstream) =>
    upstream.jobInstances(scope, { from: 1, to: 2, start: 0, length: 10 }, callContext()),
  detail: (upstream: JobUpstream) => upstream.jobInstance(scope, '1' as JobInstanceId, callContext()),
  step: (upstream: JobUpstream) => upstream.stepInstance(stepAt('biz', '1', '1', '1'), callContext()),
  logs: (upstream: JobUpstream) =>
    collect(upstream.stepLogs(stepAt('biz', '1', '1', '1'), { keys: ['1'] }, callContext())),
}
const jobInstance = { job_instance_id: 1 }

test.each<[keyof typeof asks, Generation, unknown]>([
  ['scopes', 'gateway-v4', { data: 'x' }],
  ['scopes', 'gateway-v4', { total: 1 }],
  ['scopes', 'gateway-v4', { scope_list: { a: 1 } }],
  ['scopes', 'gateway-v4', { scope_list: [1, 'a'] }],
  ['history', 'gateway-v3', { data: 'x' }],
  ['history', 'gateway-v3', { data: { id: 1 } }],
  ['history', 'gateway-v4', { jobs: [] }],
  ['history', 'esb', { data: 7 }],
  ['detail', 'gateway-v3', { job_instance: jobInstance, step_instance_list: 'none' }],
  ['step', 'gateway-v3', { step_instance_id: 1, step_result_group_list: 1 }],
  ['logs', 'gateway-v3', { script_task_logs: { a: 1 } }],
  ['logs', 'gateway-v3', { log_type: 2, file_task_logs: 'x' }],
  ['logs', 'gateway-v4', { script_step_execute_object_logs: ['x'] }],
  ['logs', 'gateway-v4-ip-log', { script_logs: true }],
  ['logs', 'esb', { script_task_logs: [9_007_199_254_740_991] }],
])('%s of %s answered with %j are a bad answer, not an empty one', async (what, generation, data) => {
  const { fetch } = recordingFetch(() => json({ result: true, code: 0, data }))
  await expect(asks[what](upstreamTo(generation, fetch))).rejects.toMatchObject({
    facts: { kind: 'bad-answer', system: 'job' },
  })
})

test.each<[keyof typeof asks, Generation, unknown]>([
  ['scopes', 'gateway-v4', { scope_list: null }],
  ['scopes', 'gateway-v4', { scope_list: [null, { bk_scope_type: 'biz', bk_scope_id: '1' }] }],
  ['history', 'gateway-v3', { data: null, total: 0 }],
  ['history', 'gateway-v4', null],
  ['logs', 'gateway-v3', { log_type: 1, script_task_logs: null }],
  ['logs', 'gateway-v4', {}],
])('%s of %s answered with %j are what there is', async (what, generation, data) => {
  const { fetch } = recordingFetch(() => json({ result: true, code: 0, data }))
  await expect(asks[what](upstreamTo(generation, fetch))).resolves.toBeDefined()
})
