import type { NodeManCounts } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { addressFilter, longestAddresses } from './address-filter.ts'
import { ChoiceFilter, FilterSection, TextFilter } from './filter-fields.tsx'
import type { NodeManHostFilter } from './node-man-host-filter.ts'

/** Statuses a host can have and be filtered by (bk-nodeman A6, B3), and what counts them. */
const hostStatuses = [
  ['PENDING', 'pending'],
  ['RUNNING', 'running'],
  ['SUCCESS', 'success'],
  ['FAILED', 'failed'],
  ['IGNORED', 'ignored'],
] as const

export interface HostFilterBarProps {
  readonly filter: NodeManHostFilter
  /** Of the whole job; `null` while nobody counted. */
  readonly counts: NodeManCounts | null
  /** Only hosts with a log are listed: those that node-man ignored have none. */
  readonly hasIgnored?: boolean
  readonly onChange: (change: Partial<NodeManHostFilter>) => void
}

export function HostFilterBar({ filter, counts, hasIgnored = true, onChange }: HostFilterBarProps) {
  const { nodeMan: words, common, status } = useMessages()
  const { number } = useFormat()
  const counted = (word: string, n: number | undefined) =>
    n === undefined ? word : words.withCount(word, number(n))
  const all = counts === null ? undefined : counts.total - (hasIgnored ? 0 : counts.ignored)
  const statuses = hostStatuses.filter(([, name]) => hasIgnored || name !== 'ignored')
  return (
    <FilterSection label={words.filters} active={filter.status !== null || filter.ip !== null}>
      <ChoiceFilter
        label={common.status}
        value={filter.status}
        allLabel={counted(common.all, all)}
        choices={statuses.map(([value, name]) => ({
          value,
          label: counted(status.nodeManStatusWord(value), counts?.[name]),
        }))}
        onChange={(value) => onChange({ status: value })}
      />
      <TextFilter
        label={words.ip}
        value={filter.ip}
        onChange={(ip) => onChange({ ip })}
        hint="10.0.0.1, 10.0.0.2"
        longest={longestAddresses}
        complaint={(text) => (addressFilter(text) === null ? words.tooManyAddresses : null)}
      />
    </FilterSection>
  )
}
