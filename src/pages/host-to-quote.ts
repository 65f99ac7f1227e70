import { type ExecuteObject, isResultFailed, type ResultCount, type StepResult } from '#contract'

/** The target whose log says most about a failed step: one of the largest group that failed; `null` without any. */
export function hostToQuote(
  results: readonly StepResult[],
  counts: readonly ResultCount[],
): StepResult | null {
  const sizeOf = ({ status, tag }: StepResult) =>
    counts.find((one) => one.status === status && (one.tag ?? '') === (tag ?? ''))?.count ?? 0
  const failed = results.filter(({ status }) => isResultFailed(status))
  return failed.reduce<StepResult | null>(
    (best, one) => (best === null || sizeOf(one) > sizeOf(best) ? one : best),
    null,
  )
}

/** What a person calls a target. */
export function addressOf({ executeObject, key }: StepResult): string {
  return nameOf(executeObject) ?? key
}

function nameOf(object: ExecuteObject): string | null {
  return object.kind === 'container' ? object.name : (object.ip ?? object.ipv6)
}

/** Where it can only be asked by address (spec 2). */
export function addressesOf({ executeObject: object, key }: StepResult): Readonly<Record<string, string>> {
  if (object.kind !== 'host' || object.hostId === null || object.ip === null) return {}
  return { [key]: `${object.cloudId ?? '0'}:${object.ip}` }
}
