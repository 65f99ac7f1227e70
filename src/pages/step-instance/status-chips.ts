import { isResultFailed, resultTone } from '#contract'
import type { Format, RailWords } from '#i18n'
import type { FilterChip } from './filter-chips.tsx'
import type { StatusCount } from './host-rows.ts'
import { rowStatusWord } from './row-status-word.ts'

/** All, all failures when there are several kinds of them, then each status. `isOver`: the step has ended. */
export function statusChips(
  counts: readonly StatusCount[],
  isOver: boolean,
  messages: RailWords,
  { number }: Format,
): readonly FilterChip[] {
  const { hosts } = messages.rail
  const sum = (some: readonly StatusCount[]) => some.reduce((total, { count }) => total + count, 0)
  const failures = counts.filter((one) => one.status !== null && isResultFailed(one.status))
  const allFailures: FilterChip = { value: 'failed', tone: 'bad', label: hosts.failed(number(sum(failures))) }
  return [
    { value: '', tone: null, label: hosts.all(number(sum(counts))) },
    ...(failures.length > 1 ? [allFailures] : []),
    ...counts.flatMap(({ status: code, count }) =>
      code === null
        ? []
        : [
            {
              value: `${code}`,
              tone: resultTone(code),
              label: `${rowStatusWord({ status: code, logState: null }, messages, isOver)} ${number(count)}`,
            },
          ],
    ),
  ]
}
