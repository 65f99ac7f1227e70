import { type ExecuteObject, resultTone } from '#contract'
import type { Format, RailWords } from '#i18n'
import type { StatusCount } from './host-rows.ts'

/**
 * "2,000 hosts · 7 failed · 1,993 succeeded": totals as text, parts that are none left out. A step has hosts or
 * containers, never both. `isOver`: it has ended, and nothing of it runs.
 */
export function hostTotals(
  counts: readonly StatusCount[],
  kind: ExecuteObject['kind'],
  isOver: boolean,
  { rail: { hosts }, common }: Pick<RailWords, 'rail' | 'common'>,
  { number }: Pick<Format, 'number'>,
): string {
  const sums = { all: 0, bad: 0, odd: 0, good: 0, busy: 0, idle: 0 }
  for (const { status, count } of counts) {
    sums.all += count
    if (status !== null) sums[resultTone(status)] += count
  }
  const parts = [
    { sum: sums.bad, words: hosts.failedTotal },
    { sum: sums.odd, words: hosts.unknownTotal },
    { sum: sums.busy, words: isOver ? hosts.wasRunningTotal : hosts.runningTotal },
    { sum: sums.idle, words: hosts.waitingTotal },
    { sum: sums.good, words: hosts.succeededTotal },
  ]
  const written = parts.filter(({ sum }) => sum > 0).map(({ sum, words }) => words(number(sum)))
  const total = kind === 'container' ? common.containers(sums.all) : common.hosts(sums.all)
  return [total, ...written].join(' · ')
}
