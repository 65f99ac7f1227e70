import { executeObjectKey, type ResultCount, type StepResult } from '#contract'
import { readExecuteObject } from './job-objects.ts'
import { listOf, numberOf, textOf, timeOf, type Wire, wireOf } from './wire.ts'

/** Rows of `step_ip_result_list` (v3, ESB) or `step_execute_object_result_list` (v4), in upstream's order. */
export function readResults(rows: readonly unknown[]): readonly StepResult[] {
  const results: StepResult[] = []
  for (const row of rows) {
    const result = readResult(wireOf(row), null)
    if (result !== null) results.push(result)
  }
  return results
}

/** `status` falls back to the group's, for rows of get_step_instance_status. Null when nothing names the row. */
function readResult(wire: Wire, groupStatus: number | null): StepResult | null {
  const executeObject = readExecuteObject('execute_object' in wire ? wire['execute_object'] : wire)
  if (executeObject === null) return null
  return {
    key: executeObjectKey(executeObject),
    executeObject,
    status: numberOf(wire, 'status') ?? groupStatus ?? 0,
    tag: textOf(wire, 'tag'),
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
  const groups = (listOf(wireOf(data), 'step_result_group_list') ?? []).map(wireOf)
  const results: StepResult[] = []
  const counts: ResultCount[] = []
  for (const group of groups) {
    const status = numberOf(group, 'result_type')
    const tag = textOf(group, 'tag')
    const rows = listOf(group, 'host_result_list') ?? []
    for (const row of rows) {
      const result = readResult(wireOf(row), status)
      if (result !== null) results.push(result.tag === null ? { ...result, tag } : result)
    }
    counts.push({ status: status ?? 0, tag, count: numberOf(group, 'host_size') ?? rows.length })
  }
  return { results, counts }
}
