/** Shorthands the story is told with. */
import { type Host, makeHost, makeNewHost } from './host.ts'
import type { NodeManJob } from './job.ts'
import type { Language, Writing } from './messages.ts'
import { planFlow, runFrom, type StepChange } from './plan.ts'
import type { Run } from './run.ts'
import type { StepKey } from './step-names.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

type JobFacts = Pick<NodeManJob, 'id' | 'jobType' | 'startAt'> &
  Partial<NodeManJob> & { readonly runs: readonly (readonly [host: Host, ...attempts: readonly Run[]])[] }

export function tellJob({ runs, ...facts }: JobFacts): NodeManJob {
  return {
    createdBy: 'demo',
    bizIds: [2],
    ignored: [],
    policyName: null,
    isAutoTrigger: false,
    isManual: false,
    isTerminated: false,
    ...facts,
    instances: runs.map(([host, ...attempts], index) => ({
      recordId: facts.id * 10_000 + index,
      host,
      attempts,
    })),
  }
}

export function writingFor(host: Host, language: Language = 'zh'): Writing {
  return { host, language }
}

/** A host of business 2 that is registered. */
export function known(index: number): Host {
  return makeHost(2, index)
}

/** A host of business 2 that is being installed; `10.2.0.n`. */
export function fresh(addressEnd: number): Host {
  return makeNewHost(2, addressEnd - 1)
}

export type Changes = Readonly<Record<number, StepChange>>

/** One attempt of a flow on a host. */
export function run(host: Host, flow: readonly StepKey[], startAt: number, changes: Changes = {}): Run {
  return runFrom(startAt, planFlow(flow, writingFor(host), changes))
}

/** A small number made of an index, the same every time: varies durations between hosts. */
export function jitter(index: number, range: number): number {
  return ((index * 2_654_435_761) >>> 8) % range
}
