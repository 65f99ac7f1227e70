import {
  type NodeManLogParams,
  type NodeManTaskId,
  nodeManLogParamsSchema,
  nodeManTaskIdSchema,
} from '#contract'
import { type NodeManHostFilter, readHostFilter, writeHostFilter } from '../node-man-host-filter.ts'
import { type ReaderAddress, readReaderAddress, writeReaderAddress } from '../reader-address.ts'

/*
 * The address of one host of a node-man job:
 * `/node-man/jobs/{jobId}/instances/{instanceId}?step={index}&task={taskId}`, the fields of the reader
 * (`reader-address.ts`) and those of the list of hosts (`node-man-host-filter.ts`). Every field falls back by itself; what
 * is not ours stays.
 */

/** What the query says. `stepIndex` counts from 0 and is `null` when the page is to choose the step itself. */
export interface NodeManInstanceUrl extends ReaderAddress, NodeManHostFilter {
  readonly stepIndex: number | null
  /** An earlier attempt, by upstream's id of its task; `null` is the newest. */
  readonly taskId: NodeManTaskId | null
}

/** The instance the path names; `null` when it names none. */
export function readNodeManInstanceAddress(
  params: Readonly<Record<string, string | undefined>>,
): NodeManLogParams | null {
  const { jobId, instanceId } = params
  const parsed = nodeManLogParamsSchema.safeParse({ nodeManJobId: jobId, instanceId })
  return parsed.success ? parsed.data : null
}

export function readNodeManInstanceUrl(search: string): NodeManInstanceUrl {
  const query = new URLSearchParams(search)
  const step = query.get('step') ?? ''
  const task = nodeManTaskIdSchema.safeParse(query.get('task'))
  return {
    stepIndex: /^\d{1,4}$/.test(step) ? Number(step) : null,
    taskId: task.data ?? null,
    ...readReaderAddress(query),
    ...readHostFilter(query),
  }
}

/** The query with some fields changed. Starts with `?`, or is empty. */
export function changeNodeManInstanceUrl(search: string, change: Partial<NodeManInstanceUrl>): string {
  const query = new URLSearchParams(search)
  const { stepIndex, taskId } = change
  if (taskId === null) query.delete('task')
  else if (taskId !== undefined) query.set('task', taskId)
  if (stepIndex === null) query.delete('step')
  else if (stepIndex !== undefined) query.set('step', `${stepIndex}`)
  writeReaderAddress(query, change)
  writeHostFilter(query, change)
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}

/** The query with which another host is opened: what is looked for stays, what is of one host does not. */
export function queryForOtherHost(search: string): string {
  return changeNodeManInstanceUrl(search, { stepIndex: null, taskId: null, line: null })
}
