import type * as z from 'zod/mini'
import type { NodeManAttempt, NodeManInstanceId, NodeManJobId, NodeManTaskId } from '#contract'
import { nodeManTaskIdSchema } from '#contract'
import { ProblemError } from '../problem-error.ts'
import { longToken } from './lossless-json.ts'
import { jobListCall } from './node-man-calls.ts'
import { parseNodeManTime } from './node-man-time.ts'
import { type WireStep, wireJobTasksSchema, wireTaskResultSchema } from './node-man-wire.ts'
import type { TransportCall, UpstreamAnswer } from './transport-call.ts'
import type { CallContext } from './upstream.ts'

/** One call, its envelope opened, its data checked; rejects with ProblemError. */
export type Read = <S extends z.ZodMiniType>(call: TransportCall, schema: S) => Promise<z.output<S>>

/** The same of a call with logs: their texts are there until `free`. */
export type ReadLogs = <S extends z.ZodMiniType>(
  call: TransportCall,
  schema: S,
) => Promise<LogsAnswer<z.output<S>>>

interface LogsAnswer<Value> extends Pick<UpstreamAnswer, 'texts' | 'free'> {
  readonly value: Value
}

/** Which host of which job. */
interface InstanceAddress {
  readonly id: NodeManJobId
  readonly instanceId: NodeManInstanceId
}

/** Each costs a call with all its logs; nobody reads beyond these. */
const MOST_ATTEMPTS = 20
/** The host took no part in that task: others were retried (bk-nodeman A9). */
const NO_SUCH_INSTANCE = '3800007'

/**
 * The attempts at one host, oldest first. A retry is a further task of the job (bk-nodeman A8); of a job that has
 * only one there is nothing to choose from, so nothing more is asked.
 */
export async function readAttempts(
  read: Read,
  address: InstanceAddress,
  context: CallContext,
  zone: string,
): Promise<readonly NodeManAttempt[]> {
  const tasks = await readTasks(read, address.id, context)
  if (tasks === null || tasks.taskIds.length < 2) return []
  const results = await Promise.all(
    tasks.taskIds.slice(-MOST_ATTEMPTS).map(async (taskId) => {
      const call = resultCall({ ...address, ...tasks, taskId }, context)
      const result = await orNull(read(call, wireTaskResultSchema))
      if (result === null) return null
      const timeOf = (text: string | null) => (text === null ? null : parseNodeManTime(text, zone))
      const { status, start_time, finish_time } = result
      return {
        taskId,
        status: status ?? 'UNKNOWN',
        startedAt: timeOf(start_time),
        endedAt: timeOf(finish_time),
      }
    }),
  )
  return results.filter((attempt) => attempt !== null)
}

/** The steps of one attempt, in the words of `get_job_log`. */
export async function readAttemptSteps(
  { read, readLogs }: { readonly read: Read; readonly readLogs: ReadLogs },
  address: InstanceAddress & { readonly taskId: NodeManTaskId },
  context: CallContext,
): Promise<LogsAnswer<readonly WireStep[]>> {
  const tasks = await readTasks(read, address.id, context)
  // A task of another job must not be read through this one's address.
  const isOfJob = tasks?.taskIds.includes(address.taskId) ?? false
  const result =
    tasks === null || !isOfJob
      ? null
      : await orNull(
          readLogs({ ...resultCall({ ...address, ...tasks }, context), texts: 'log' }, wireTaskResultSchema),
        )
  if (result === null) throw noSuchAttempt(context)
  const steps = result.value.steps
    .flatMap(({ target_hosts }) => target_hosts[0]?.sub_steps ?? [])
    .map(({ node_name, ...step }) => ({ ...step, step: node_name }))
  return { ...result, value: steps }
}

interface Tasks {
  readonly subscriptionId: string
  readonly taskIds: readonly NodeManTaskId[]
}

/** Only the job list tells them; `null` where the job is not on it. */
async function readTasks(read: Read, id: NodeManJobId, context: CallContext): Promise<Tasks | null> {
  const wire = await read(jobListCall({ page: 1, pageSize: 1, jobId: id }, context), wireJobTasksSchema)
  const job = wire.list.find((row) => row.id === id)
  if (job === undefined || job.subscription_id === '') return null
  const taskIds = job.task_id_list.flatMap((text) => {
    const parsed = nodeManTaskIdSchema.safeParse(text)
    return parsed.success ? [parsed.data] : []
  })
  return { subscriptionId: job.subscription_id, taskIds }
}

type Asked = InstanceAddress & Pick<Tasks, 'subscriptionId'> & { readonly taskId: NodeManTaskId }

function resultCall(asked: Asked, context: CallContext): TransportCall {
  const body = {
    subscription_id: longToken(asked.subscriptionId),
    instance_id: asked.instanceId,
    task_id_list: [longToken(asked.taskId)],
  }
  const path = '/backend/api/subscription/task_result_detail/'
  return { method: 'POST', path, body, context, operation: 'subscription_task_result_detail' }
}

/** `null` when the host took no part. */
async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ProblemError && error.facts.code === NO_SUCH_INSTANCE) return null
    throw error
  }
}

function noSuchAttempt(context: CallContext): ProblemError {
  return new ProblemError({
    kind: 'not-found',
    message: 'Node-man has no such attempt at this host',
    requestId: context.requestId,
    system: 'node-man',
  })
}
