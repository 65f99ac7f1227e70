import {
  isDecimalId,
  type JobInstanceId,
  jobInstanceParamsSchema,
  type Scope,
  type StepInstanceId,
  scopeParamsSchema,
} from '#contract'

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

/** What the query says: `?step={stepInstanceId}`. */
export interface JobInstanceUrl {
  /** The step whose details are shown; `none` when the reader closed them, `null` when the page is to choose. */
  readonly step: StepInstanceId | 'none' | null
}

export function readJobInstanceUrl(search: string): JobInstanceUrl {
  const step = new URLSearchParams(search).get('step') ?? ''
  if (step === 'none') return { step }
  return { step: isDecimalId(step) ? (step as StepInstanceId) : null }
}

/** The query with another step; starts with `?`, or is empty. What is not ours stays. */
export function changeJobInstanceUrl(search: string, { step }: JobInstanceUrl): string {
  const query = new URLSearchParams(search)
  if (step === null) query.delete('step')
  else query.set('step', step)
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}
