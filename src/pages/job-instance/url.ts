import {
  isDecimalId,
  type JobInstanceId,
  jobInstanceParamsSchema,
  type Scope,
  type StepInstanceId,
  scopeParamsSchema,
} from '#contract'
import { type Compared, readCompared } from '../compared-run.ts'
import { readHostList } from '../host-list.ts'
import { hostsQuery } from '../hosts-query.ts'

/** Which job instance the path `/{scopeType}/{scopeId}/job-instances/{jobInstanceId}` names. */
export interface JobInstanceAddress {
  readonly scope: Scope
  readonly id: JobInstanceId
}

/** What is wrong with a path, so that the page can say which part to correct. */
export type BadAddress = 'scope' | 'id'

type PathParams = Readonly<Record<string, string | undefined>>

/** Reads the path. */
export function readJobInstanceAddress(params: PathParams): JobInstanceAddress | BadAddress {
  if (!scopeParamsSchema.safeParse(params).success) return 'scope'
  const parsed = jobInstanceParamsSchema.safeParse(params)
  if (!parsed.success) return 'id'
  const { scopeType, scopeId, jobInstanceId } = parsed.data
  return { scope: { type: scopeType, id: scopeId }, id: jobInstanceId }
}

/** What the query says: `?step={stepInstanceId}&compare=week&hosts=0:10.0.0.3`. */
export interface JobInstanceUrl {
  /** The step whose details are shown; `none` when the reader closed them, `null` when the page is to choose. */
  readonly step: StepInstanceId | 'none' | null
  /** The run of the same job that stands beside this one. */
  readonly compared: Compared | null
  /** The hosts somebody looks for in this job instance; which of its steps is meant, nobody said. */
  readonly wanted: WantedHosts | null
}

interface WantedHosts {
  /** Their addresses or ids, cut short. */
  readonly name: string
  /** What brings them along to a step; begins with `?`. */
  readonly query: string
}

export function readJobInstanceUrl(search: string): JobInstanceUrl {
  const query = new URLSearchParams(search)
  const [step, compared] = [readStep(query.get('step') ?? ''), readCompared(query.get('compare'))]
  return { step, compared, wanted: readWanted(query.get('hosts') ?? '') }
}

const longestName = 80

function readWanted(text: string): WantedHosts | null {
  const { keys } = readHostList(text)
  const query = hostsQuery(keys) ?? ''
  if (query === '') return null
  const name = keys.map((key) => key.replace(/^0:/, '')).join(', ')
  return { name: name.length > longestName ? `${name.slice(0, longestName)}…` : name, query }
}

function readStep(text: string): JobInstanceUrl['step'] {
  if (text === 'none') return text
  return isDecimalId(text) ? (text as StepInstanceId) : null
}

/** The query with some of it changed; starts with `?`, or is empty. What is not ours stays. */
export function changeJobInstanceUrl(search: string, change: Partial<JobInstanceUrl>): string {
  const query = new URLSearchParams(search)
  const fields = { step: change.step, compare: change.compared }
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) query.delete(name)
    else if (value !== undefined) query.set(name, value)
  }
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}
