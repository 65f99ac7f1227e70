import { type NodeManJobPage, type NodeManJobQuery, nodeManJobIdSchema } from '#contract'
import { ProblemError } from '../problem-error.ts'
import { unwrap } from './envelope.ts'
import { type Read, type ReadLogs, readAttemptSteps, readAttempts } from './node-man-attempts.ts'
import { detailsCall, hasJobList, jobListCall, logCall, type NodeManDialect } from './node-man-calls.ts'
import { mapInstance, mapJob, mapJobHead, mapStep } from './node-man-map.ts'
import { wireJobDetailSchema, wireJobListSchema, wireStepsSchema } from './node-man-wire.ts'
import type { Transport } from './transport.ts'
import type { CallContext, LogFrame, NodeManUpstream } from './upstream.ts'

export interface NodeManOptions extends NodeManDialect {
  /** Its style must be the dialect's `api`. */
  readonly transport: Transport
  /** IANA zone of times without an offset. */
  readonly timeZone: string
}

/** Node-man in every generation we know: both sets of gateway paths, and ESB (spec 3, bk-nodeman A1). */
export function createNodeManUpstream(options: NodeManOptions): NodeManUpstream {
  const { timeZone } = options
  const readLogs = logReader(options.transport)
  const read = reader(readLogs)
  return {
    jobs(query, context) {
      if (!hasJobList(options)) return Promise.reject(listNotOffered(context))
      return readJobs(read, query, context, timeZone)
    },
    job(id, query, context) {
      return pastTheEnd(query, async (asked) => {
        const wire = await read(detailsCall(options, id, asked, context), wireJobDetailSchema)
        const instances = wire.list.map((row) => mapInstance(row, timeZone))
        return {
          job: mapJobHead(wire, id, timeZone),
          // Of another page only what every page repeats.
          instances: asked === query ? instances : instances.filter(({ ignored }) => ignored),
          total: wire.total,
          page: query.page,
          pageSize: query.pageSize,
        }
      })
    },
    attempts(id, instanceId, context) {
      if (!hasJobList(options)) return Promise.reject(listNotOffered(context))
      return readAttempts(read, { id, instanceId }, context, timeZone)
    },
    async *stepLogs(id, instanceId, context, taskId) {
      if (taskId !== undefined && !hasJobList(options)) throw listNotOffered(context)
      const answer =
        taskId === undefined
          ? await readLogs(logCall(options, id, instanceId, context), wireStepsSchema)
          : await readAttemptSteps({ read, readLogs }, { id, instanceId, taskId }, context)
      const { value: steps, texts, free } = answer
      try {
        let bytes = 0
        for (const [index, step] of steps.entries()) {
          const text = texts.of(step.log) ?? step.log ?? ''
          bytes += Buffer.byteLength(text)
          const header = {
            kind: 'node-man-step',
            key: `step-${index}`,
            step: mapStep(step, index, timeZone),
          } as const
          yield { header, text }
        }
        yield endFrame(steps.length, bytes)
      } finally {
        free()
      }
    },
  }
}

function reader(readLogs: ReadLogs): Read {
  return async (call, schema) => (await readLogs(call, schema)).value
}

function logReader(transport: Transport): ReadLogs {
  return async (call, schema) => {
    const answer = await transport.call(call)
    const { texts, free } = answer
    try {
      const parsed = schema.safeParse(unwrap(answer, transport))
      if (parsed.success) return { value: parsed.data, texts, free }
    } catch (error) {
      free()
      throw error
    }
    free()
    throw new ProblemError({
      kind: 'bad-answer',
      message: `node-man answered ${call.operation} in a shape Joblens does not know`,
      requestId: answer.requestId,
      requestIdOf: answer.requestIdOf,
      system: 'node-man',
    })
  }
}

/** Page past the end: upstream calls it a system error, of jobs and of hosts (bk-nodeman B2). */
const PAST_THE_END = '3800500'

/**
 * Asks for a page and, where that may be past the end, for the first: another query than `query`. The same code also
 * means a real failure; then the first page fails too and says so.
 */
async function pastTheEnd<Query extends { readonly page: number }, Answer>(
  query: Query,
  ask: (asked: Query) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask(query)
  } catch (error) {
    const mayBePastTheEnd = error instanceof ProblemError && error.facts.code === PAST_THE_END
    if (!mayBePastTheEnd || query.page === 1) throw error
    return ask({ ...query, page: 1 })
  }
}

function readJobs(
  read: Read,
  query: NodeManJobQuery,
  context: CallContext,
  zone: string,
): Promise<NodeManJobPage> {
  return pastTheEnd(query, async (asked) => {
    const wire = await read(jobListCall(asked, context), wireJobListSchema)
    const items = wire.list.flatMap((row) => {
      const id = nodeManJobIdSchema.safeParse(row.id)
      return id.success && asked === query ? [mapJob(row, id.data, zone)] : []
    })
    return { items, total: wire.total, page: query.page, pageSize: query.pageSize }
  })
}

function listNotOffered(context: CallContext): ProblemError {
  return new ProblemError({
    kind: 'not-offered',
    message: 'This node-man cannot list jobs: open one by its id or its link',
    requestId: context.requestId,
    system: 'node-man',
  })
}

function endFrame(logs: number, bytes: number): LogFrame {
  const totals = { hosts: 1, logs, transfers: 0, missing: 0, failed: 0, bytes }
  return { header: { kind: 'end', totals }, text: '' }
}
