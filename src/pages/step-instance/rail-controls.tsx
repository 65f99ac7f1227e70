import { styled } from '@mui/material/styles'
import { type ReactNode, useId } from 'react'
import { useRailWords } from '#i18n'
import { PopoverButton, SmallButton } from '#ui'
import { type HostOrder, type HostSort, hostOrders, type RailView } from './url.ts'

interface RailControlsProps {
  readonly view: RailView
  readonly onView: (change: Partial<RailView>) => void
  /** More of them: the filters' button. */
  readonly children: ReactNode
}

/** Order and grouping of the list. */
export function RailControls({ view, onView, children }: RailControlsProps) {
  const { rail } = useRailWords()
  const { by, descending } = view.sort
  return (
    <Row>
      <PopoverButton label={`${rail.sortedBy(rail.orders[by])} ${descending ? '↓' : '↑'}`}>
        {() => <SortPanel sort={view.sort} onSort={(sort) => onView({ sort })} />}
      </PopoverButton>
      <SmallButton
        type="button"
        aria-pressed={view.grouped}
        title={rail.groupMeaning}
        onClick={() => onView({ grouped: !view.grouped })}
      >
        {rail.group}
      </SmallButton>
      {children}
    </Row>
  )
}

interface SortPanelProps {
  readonly sort: HostSort
  readonly onSort: (sort: HostSort) => void
}

function SortPanel({ sort: { by, descending }, onSort }: SortPanelProps) {
  const { rail } = useRailWords()
  return (
    <>
      <Choices
        legend={rail.sort}
        value={by}
        choices={hostOrders.map((value) => ({ value, label: rail.orders[value] }))}
        onChange={(next) => onSort({ by: next, descending: isLargestFirst(next) })}
      />
      <Choices
        legend={null}
        value={descending ? 'descending' : 'ascending'}
        choices={(['ascending', 'descending'] as const).map((value) => ({ value, label: rail[value] }))}
        onChange={(next) => onSort({ by, descending: next === 'descending' })}
      />
    </>
  )
}

/** Who sorts by a quantity looks for the largest. */
function isLargestFirst(by: HostOrder): boolean {
  return by === 'duration' || by === 'exit' || by === 'size'
}

interface ChoicesProps<Value extends string> {
  readonly legend: string | null
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

function Choices<Value extends string>({ legend, value, choices, onChange }: ChoicesProps<Value>) {
  const name = useId()
  return (
    <Fields>
      {legend === null ? null : <legend>{legend}</legend>}
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </Fields>
  )
}

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4 })

const Fields = styled('fieldset')({
  display: 'flex',
  flexDirection: 'column',
  margin: 0,
  padding: 0,
  border: 0,
  '& > legend': { padding: 0, fontWeight: 600 },
  '& > label': { display: 'flex', alignItems: 'center', gap: 6, minHeight: 26 },
})
