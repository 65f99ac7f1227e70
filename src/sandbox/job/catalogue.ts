import { addressOf } from './hosts.ts'
import type { JobInstance, Progress } from './model.ts'
import { type Scope, scopeKey } from './scopes.ts'
import { countsLive } from './status.ts'

/** The filter of the history; null means "any". Times are epoch ms, inclusive. */
export interface InstanceFilter {
  readonly from: number
  readonly to: number
  readonly id: string | null
  readonly operator: string | null
  readonly name: string | null
  readonly launchMode: number | null
  readonly type: number | null
  readonly status: number | null
  readonly ip: string | null
}

/** Every job instance there is, found within its own scope only. */
export interface Catalogue {
  find(scope: Scope, id: string): JobInstance | undefined
  /** Newest first; with an id every other filter is ignored (bk-job A.6). */
  list(scope: Scope, filter: InstanceFilter, now: number): readonly JobInstance[]
}

/** A catalogue over instances in any order. */
export function catalogueOf(instances: readonly JobInstance[]): Catalogue {
  const byScope = groupedByScope(instances.toSorted((a, b) => b.createdAt - a.createdAt))
  const ofScope = (scope: Scope) => byScope.get(scopeKey(scope)) ?? []
  return {
    find: (scope, id) => ofScope(scope).find((instance) => instance.id === id),
    list: (scope, filter, now) =>
      ofScope(scope).filter((instance) =>
        filter.id === null ? matches(instance, filter, now) : instance.id === filter.id,
      ),
  }
}

function groupedByScope(instances: readonly JobInstance[]): Map<string, JobInstance[]> {
  const groups = new Map<string, JobInstance[]>()
  for (const instance of instances) {
    const group = groups.get(instance.scope)
    if (group === undefined) groups.set(instance.scope, [instance])
    else group.push(instance)
  }
  return groups
}

function matches(instance: JobInstance, filter: InstanceFilter, now: number): boolean {
  return (
    instance.createdAt >= filter.from &&
    instance.createdAt <= filter.to &&
    is(filter.operator, instance.operator) &&
    is(filter.launchMode, instance.launchMode) &&
    is(filter.type, instance.type) &&
    hasName(instance, filter.name ?? '') &&
    is(filter.status, instance.progress(now).status) &&
    hasTarget(instance, filter.ip ?? '')
  )
}

// The database compares names without regard to case.
function hasName(instance: JobInstance, part: string): boolean {
  return instance.name.toLowerCase().includes(part.toLowerCase())
}

// The one filter that opens every instance: slow here as it is there.
function hasTarget(instance: JobInstance, ip: string): boolean {
  if (ip === '') return true
  const isTarget = (address: string | null) => address?.split(':')[1] === ip
  return instance.steps().some(({ targets }) => targets.all.some((object) => isTarget(addressOf(object))))
}

function is<T>(wanted: T | null, actual: T): boolean {
  return wanted === null || wanted === actual
}

/** A duration in ms: counted up to now while the instance runs or waits, null before it started. */
export function totalTime({ status, startedAt, endedAt }: Progress, now: number): number | null {
  if (startedAt === null) return null
  if (endedAt !== null) return endedAt - startedAt
  return countsLive(status) ? now - startedAt : null
}
