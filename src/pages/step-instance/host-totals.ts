import { type ExecuteObject, isResultFailed, resultTone } from '#contract'
import type { Format, Messages } from '#i18n'
import type { StatusCount } from './host-rows.ts'

/**
 * "2,000 hosts · 7 failed · 1,993 succeeded": totals as text, parts that are none left out. A step has hosts or
 * containers, never both.
 */
export function hostTotals(
  counts: readonly StatusCount[],
  kind: ExecuteObject['kind'],
  { stepInstance: { hosts }, common }: Messages,
  { number }: Pick<Format, 'number'>,
): string {
  const sums = { all: 0, failed: 0, good: 0, busy: 0, idle: 0 }
  for (const { status, count } of counts) {
    sums.all += count
    if (status !== null) sums[part(status)] += count
  }
  const parts = [
    { sum: sums.failed, words: hosts.failedTotal },
    { sum: sums.busy, words: hosts.runningTotal },
    { sum: sums.idle, words: hosts.waitingTotal },
    { sum: sums.good, words: hosts.succeededTotal },
  ]
  const written = parts.filter(({ sum }) => sum > 0).map(({ sum, words }) => words(number(sum)))
  const total = kind === 'container' ? common.containers(sums.all) : common.hosts(sums.all)
  return [total, ...written].join(' · ')
}

function part(status: number): 'failed' | 'good' | 'busy' | 'idle' {
  if (isResultFailed(status)) return 'failed'
  const tone = resultTone(status)
  return tone === 'good' || tone === 'busy' ? tone : 'idle'
}
