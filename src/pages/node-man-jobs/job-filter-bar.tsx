import type { NodeManJobId } from '#contract'
import { useMessages } from '#i18n'
import { addressFilter, longestAddresses } from '../address-filter.ts'
import { ChoiceFilter, FilterSection, TextFilter } from '../filter-fields.tsx'
import { isFiltered, type NodeManJobsUrl, toNodeManJobId } from './url.ts'

/** Statuses a job as a whole can have (bk-nodeman A6, B4). */
const jobStatuses = ['PENDING', 'RUNNING', 'SUCCESS', 'FAILED', 'PART_FAILED', 'TERMINATED'] as const

export interface JobFilterBarProps {
  readonly url: NodeManJobsUrl
  readonly onChange: (change: Partial<NodeManJobsUrl>) => void
}

export function JobFilterBar({ url, onChange }: JobFilterBarProps) {
  const { nodeMan: words, common, status } = useMessages()
  return (
    <FilterSection label={words.filters} active={isFiltered(url)}>
      <ChoiceFilter
        label={common.status}
        value={url.status}
        allLabel={common.all}
        choices={jobStatuses.map((value) => ({ value, label: status.nodeManStatusWord(value) }))}
        onChange={(value) => onChange({ status: value })}
      />
      <TextFilter
        label={common.operator}
        value={url.operator}
        onChange={(operator) => onChange({ operator })}
      />
      <TextFilter
        label={words.ip}
        value={url.ip}
        onChange={(ip) => onChange({ ip })}
        hint="10.0.0.1"
        longest={longestAddresses}
        complaint={(text) => (addressFilter(text) === null ? words.tooManyAddresses : null)}
      />
      <TextFilter
        label={words.jobId}
        value={url.id}
        numeric
        complaint={(text) => (toNodeManJobId(text) === null ? words.badJobId : null)}
        onChange={(id) => onChange({ id: id as NodeManJobId | null })}
      />
    </FilterSection>
  )
}
