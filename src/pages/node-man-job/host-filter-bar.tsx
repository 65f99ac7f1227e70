import { useMessages } from '#i18n'
import { addressFilter, longestAddresses } from '../address-filter.ts'
import { ChoiceFilter, FilterSection, TextFilter } from '../filter-fields.tsx'
import type { NodeManJobUrl } from './url.ts'

/** Statuses a host can have and be filtered by (bk-nodeman A6, B3). */
const hostStatuses = ['PENDING', 'RUNNING', 'SUCCESS', 'FAILED', 'IGNORED'] as const

export interface HostFilterBarProps {
  readonly url: NodeManJobUrl
  readonly onChange: (change: Partial<NodeManJobUrl>) => void
}

export function HostFilterBar({ url, onChange }: HostFilterBarProps) {
  const { nodeMan: words, common, status } = useMessages()
  return (
    <FilterSection label={words.filters} active={url.status !== null || url.ip !== null}>
      <ChoiceFilter
        label={common.status}
        value={url.status}
        allLabel={common.all}
        choices={hostStatuses.map((value) => ({ value, label: status.nodeManStatusWord(value) }))}
        onChange={(value) => onChange({ status: value })}
      />
      <TextFilter
        label={words.ip}
        value={url.ip}
        onChange={(ip) => onChange({ ip })}
        hint="10.0.0.1, 10.0.0.2"
        longest={longestAddresses}
        complaint={(text) => (addressFilter(text) === null ? words.tooManyAddresses : null)}
      />
    </FilterSection>
  )
}
