import type { HostId, StepLogQuery } from '#contract'
import { ProblemError, type ProblemFacts } from '../problem-error.ts'
import { noTexts } from './cut-texts.ts'
import type { LogCallAnswer, LogChunk } from './job-dialect.ts'
import { callContext, stepAt } from './job-upstream.fixture.ts'
import type { StepLogSource } from './log-plan.ts'
import { streamStepLogs } from './step-logs.ts'
import { createTurns } from './turns.ts'
import type { LogFrame } from './upstream.ts'

/** A step's log stream over a dialect whose answers the test itself gives, call by call. */

const step = stepAt('biz', '1', '20000000001', '20000000002')
export const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index))

export type Call = (
  chunk: LogChunk,
  index: number,
  signal: AbortSignal,
  deadlineAt: number,
) => LogCallAnswer | Promise<LogCallAnswer>

export const scriptLog = (id: string | null, text: unknown = `log of ${id}`) => ({
  bk_host_id: Number(id),
  bk_cloud_id: 0,
  ip: `10.0.0.${id}`,
  log_content: text,
})
export const idsOf = (chunk: LogChunk): string[] => chunk.targets.map((target) => target.hostId ?? '')
/** What an answer has besides its data, when its texts stand in it. */
export const plain = { bytes: 1000, texts: noTexts, free: () => undefined }
export const scripts = (rows: unknown[] | null): LogCallAnswer => ({
  data: { log_type: 1, script_task_logs: rows },
  ...plain,
})
export const files = (rows: unknown[]): LogCallAnswer => ({
  data: { log_type: 2, file_task_logs: rows },
  ...plain,
})
export const allScripts: Call = (chunk) => scripts(idsOf(chunk).map((id) => scriptLog(id)))

export function fail(facts: Partial<ProblemFacts> & Pick<ProblemFacts, 'kind'>): never {
  throw new ProblemError({ message: facts.kind, ...facts })
}

export function run(
  call: Call,
  query: StepLogQuery,
  more: Partial<StepLogSource['dialect']> = {},
  signal?: AbortSignal,
  limits: Partial<StepLogSource> = {},
) {
  const chunks: LogChunk[] = []
  const source: StepLogSource = {
    dialect: {
      hostsPerCall: 500,
      selectors: ['host_id_list', 'ip_list'],
      lastSelector: null,
      stepLogs: async (_step, chunk, context) => {
        chunks.push(chunk)
        return call(chunk, chunks.length - 1, context.signal, context.deadlineAt ?? Number.POSITIVE_INFINITY)
      },
      ...more,
    },
    turns: createTurns(),
    ...limits,
    lookUp: async () => [
      {
        executeObject: {
          kind: 'host',
          hostId: '7' as HostId,
          cloudId: null,
          ip: null,
          ipv6: '2001:db8::7',
          cloudName: null,
        },
      },
    ],
  }
  return { chunks, frames: streamStepLogs(source, step, query, callContext(signal)) }
}

export const kinds = (frames: readonly LogFrame[]) => frames.map(({ header }) => header.kind)
export const keysOf = (frames: readonly LogFrame[]) =>
  frames.flatMap(({ header }) => (header.kind === 'script-log' ? [header.key] : []))
export const totalsOf = (frames: readonly LogFrame[]) => {
  const header = frames.at(-1)?.header
  return header?.kind === 'end' ? header.totals : null
}
