import { type JobInstanceId, jobInstanceParamsSchema, type Scope, scopeParamsSchema } from '#contract'

/** Which job instance the path `/{scopeType}/{scopeId}/job-instances/{jobInstanceId}` names. */
export interface JobInstanceAddress {
  readonly scope: Scope
  readonly id: JobInstanceId
}

/** What is wrong with a path, so that the page can say which part to correct. */
export type BadAddress = 'scope' | 'id'

type PathParams = Readonly<Record<string, string | undefined>>

/** Reads the path. The page has no query of its own: everything it shows follows from the id. */
export function readJobInstanceAddress(params: PathParams): JobInstanceAddress | BadAddress {
  if (!scopeParamsSchema.safeParse(params).success) return 'scope'
  const parsed = jobInstanceParamsSchema.safeParse(params)
  if (!parsed.success) return 'id'
  const { scopeType, scopeId, jobInstanceId } = parsed.data
  return { scope: { type: scopeType, id: scopeId }, id: jobInstanceId }
}
