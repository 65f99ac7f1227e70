import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { isTransferFailed } from '#contract'
import { type Format, type TransferWords, useFormat, useTransferWords } from '#i18n'
import { SelectField } from '#ui'
import { type FilterChip, FilterChips } from './filter-chips.tsx'
import { SearchField } from './search-field.tsx'
import { transferState } from './transfer-state.ts'
import type { StatusTally } from './transfer-table.ts'
import { type FileStepChange, type StepInstanceView, type TransferChoice, transferGroupings } from './url.ts'

/** A filter that was chosen by pressing on something: what it shows, and what takes it away. */
export interface ChosenFilter {
  readonly label: string
  readonly without: FileStepChange
}

interface TransferToolsProps {
  readonly counts: readonly StatusTally[]
  readonly view: StepInstanceView
  readonly choice: TransferChoice
  /** The step has ended. */
  readonly isOver: boolean
  readonly chosen: readonly ChosenFilter[]
  readonly onChange: (change: FileStepChange, how?: 'push' | 'replace') => void
}

/** What is shown, and how: text, status, grouping, table or overview, and the filters pressed elsewhere. */
export function TransferTools({ counts, view, choice, isOver, chosen, onChange }: TransferToolsProps) {
  const texts = useTransferWords()
  const format = useFormat()
  const { transfer: words } = texts
  const { groups } = words
  const groupings = transferGroupings.map((value) => ({ value, label: groups[value] }))
  return (
    <>
      <Tools>
        <SearchField label={words.filter} value={view.q} onChange={(q) => onChange({ q })} />
        <SelectField
          label={groups.label}
          value={choice.group}
          options={[{ value: '', label: groups.none }, ...groupings]}
          onChange={(group) => onChange({ group, show: '' })}
        />
        <Button
          size="small"
          aria-pressed={choice.show === 'overview'}
          variant={choice.show === 'overview' ? 'contained' : 'outlined'}
          onClick={() => onChange({ show: choice.show === 'overview' ? '' : 'overview' }, 'push')}
        >
          {words.overview.button}
        </Button>
        <FilterChips
          label={words.statusFilter}
          chips={statusChips(counts, isOver, texts, format)}
          value={view.status}
          onChange={(status) => onChange({ status })}
        />
      </Tools>
      {chosen.length === 0 ? null : (
        <Chosen aria-label={words.chosen.label}>
          {chosen.map(({ label, without }) => (
            <li key={label}>
              {label}{' '}
              <Button
                size="small"
                aria-label={words.chosen.removeOne(label)}
                onClick={() => onChange(without)}
              >
                {words.chosen.remove}
              </Button>
            </li>
          ))}
        </Chosen>
      )}
    </>
  )
}

function statusChips(
  counts: readonly StatusTally[],
  isOver: boolean,
  texts: TransferWords,
  { number }: Format,
): readonly FilterChip[] {
  const { transfer: words } = texts
  const sum = (some: readonly StatusTally[]) => some.reduce((total, { count }) => total + count, 0)
  const failures = counts.filter((one) => isTransferFailed(one.status))
  const allFailures: FilterChip = { value: 'failed', tone: 'bad', label: words.failed(number(sum(failures))) }
  return [
    { value: '', tone: null, label: words.all(number(sum(counts))) },
    ...(failures.length > 1 ? [allFailures] : []),
    ...counts.map(({ status: code, count }) => {
      const { tone, word } = transferState(code, isOver, texts)
      return { value: code === null ? 'none' : `${code}`, tone, label: `${word} ${number(count)}` }
    }),
  ]
}

const Tools = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  gap: '8px 16px',
  // The text field.
  '& > div:has(> input)': { flex: '0 1 300px' },
  // However many chips there are, they have the room that is left, or a line: the table below is not to move for them.
  '& > div:has(> [role="group"])': { flex: '1 1 300px' },
})

const Chosen = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 16px',
  margin: 0,
  padding: 0,
  listStyle: 'none',
  fontSize: '0.8125rem',
  '& > li': { overflowWrap: 'anywhere' },
})
