import { ProblemError } from '../problem-error.ts'
import { unwrap } from './envelope.ts'
import type { LogCallAnswer } from './job-dialect.ts'
import type { Transport } from './transport.ts'
import type { UpstreamAnswer } from './transport-call.ts'
import { type Wire, wireOf } from './wire.ts'

/**
 * `data` of an answer of the job platform: an object in every call (bk-job A.3 to A.9), or null. Rejects anything else, and
 * an object without the list that was asked for: read tolerantly, those would say that nothing ran and no host has a log.
 */
export function jobData(answer: UpstreamAnswer, asked: AskedJob): unknown {
  const data = unwrap(answer, asked.transport)
  if (typeof data === 'object' && !Array.isArray(data) && hasLists(wireOf(data), asked.operation)) return data
  throw new ProblemError({
    kind: 'bad-answer',
    message: `The job platform answered ${asked.operation} in a shape Joblens does not know`,
    requestId: answer.requestId,
    requestIdOf: answer.requestIdOf,
    system: asked.transport.system,
  })
}

/** Who was asked for what. */
interface AskedJob {
  readonly transport: Transport
  readonly operation: string
}

/** Members of `data` that are lists of objects, in any call of any generation. */
const lists = [
  'data',
  'job_instance_list',
  'scope_list',
  'step_instance_list',
  'step_result_group_list',
  'script_task_logs',
  'script_logs',
  'script_step_execute_object_logs',
  'file_task_logs',
  'file_logs',
  'file_step_execute_object_logs',
] as const

/** One of these is there when there is anything at all. The log calls leave out what there is none of. */
const wanted: Readonly<Record<string, readonly (typeof lists)[number][]>> = {
  get_job_instance_list: ['data', 'job_instance_list'],
  get_user_authorized_scopes: ['scope_list'],
}

/** Null stands for an empty list. One odd row harms nothing; where all are odd it is no such list. */
function hasLists(data: Wire, operation: string): boolean {
  const names = wanted[operation] ?? []
  const isThere = names.length === 0 || names.some((name) => name in data) || Object.keys(data).length === 0
  return isThere && lists.every((name) => mayBeRows(data[name] ?? []))
}

function mayBeRows(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  return value.length === 0 || value.some((row) => typeof row === 'object' && row !== null)
}

/** A log call's answer with its texts, whose memory is given back at once when it is a refusal. */
export function logCallAnswer(answer: UpstreamAnswer, asked: AskedJob): LogCallAnswer {
  const { bytes, texts, free } = answer
  try {
    return { data: jobData(answer, asked), bytes, texts, free }
  } catch (error) {
    free()
    throw error
  }
}
