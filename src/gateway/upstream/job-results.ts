import { executeObjectKey, isResultFinished, type ResultCount, resultTone, type StepResult } from '#contract'
import { readExecuteObject } from './job-objects.ts'
import { listOf, numberOf, textOf, timeOf, type Wire, wireOf } from './wire.ts'

const ungrouped: GroupWords = { status: null, tag: null }

/** Rows of `step_ip_result_list` (v3, ESB) or `step_execute_object_result_list` (v4), in upstream's order. */
export function readResults(rows: readonly unknown[]): readonly StepResult[] {
  const results = rows.map((row) => readResult(wireOf(row), ungrouped))
  return onePerTarget(results.filter((result) => result !== null))
}

/**
 * A step that rolls by its source files lists each target once per batch (bk-job A.7), but people count hosts:
 * of one host's rows the one that needs most attention stays, in the place of the first.
 */
function onePerTarget(results: readonly StepResult[]): readonly StepResult[] {
  const byKey = new Map<string, StepResult>()
  for (const result of results) {
    const other = byKey.get(result.key)
    if (other === undefined || urgency(result) > urgency(other)) byKey.set(result.key, result)
  }
  return byKey.size === results.length ? results : [...byKey.values()]
}

const urgency = ({ status }: StepResult) =>
  isResultFinished(status) ? (resultTone(status) === 'good' ? 0 : 1) : 2

/** What a group says of all its rows, for rows that do not say it themselves. */
interface GroupWords {
  readonly status: number | null
  readonly tag: string | null
}

/** Null when nothing names the row. */
function readResult(wire: Wire, group: GroupWords): StepResult | null {
  const executeObject = readExecuteObject('execute_object' in wire ? wire['execute_object'] : wire)
  if (executeObject === null) return null
  return {
    key: executeObjectKey(executeObject),
    executeObject,
    status: numberOf(wire, 'status') ?? group.status ?? 0,
    tag: textOf(wire, 'tag') ?? group.tag,
    exitCode: numberOf(wire, 'exit_code'),
    startedAt: timeOf(wire, 'start_time'),
    endedAt: timeOf(wire, 'end_time'),
    durationMs: numberOf(wire, 'total_time'),
  }
}

/** How many ended alike; in the order first met. */
export function countResults(results: readonly StepResult[]): readonly ResultCount[] {
  const counts = new Map<string, { status: number; tag: string | null; count: number }>()
  for (const { status, tag } of results) {
    const name = `${status} ${tag ?? ''}`
    const count = counts.get(name)
    if (count === undefined) counts.set(name, { status, tag, count: 1 })
    else count.count += 1
  }
  return [...counts.values()]
}

/** Groups of get_step_instance_status (v3 gateway only, bk-job A.8); left out altogether when there are none. */
export function readResultGroups(data: unknown): {
  readonly results: readonly StepResult[]
  readonly counts: readonly ResultCount[]
} {
  const groups = (listOf(wireOf(data), 'step_result_group_list') ?? []).map((group) =>
    readGroup(wireOf(group)),
  )
  const results = onePerTarget(groups.flatMap((group) => group.results))
  const isWhole = groups.every((group) => group.results.length >= group.count)
  const stated = groups.map(({ status, tag, count }) => ({ status, tag, count }))
  return { results, counts: isWhole ? countResults(results) : stated }
}

/** A group may name fewer hosts than it counts. */
function readGroup(group: Wire): ResultCount & { readonly results: readonly StepResult[] } {
  const status = numberOf(group, 'result_type')
  const tag = textOf(group, 'tag')
  const rows = (listOf(group, 'host_result_list') ?? []).map((row) =>
    readResult(wireOf(row), { status, tag }),
  )
  const results = rows.filter((result) => result !== null)
  return { status: status ?? 0, tag, count: numberOf(group, 'host_size') ?? results.length, results }
}
