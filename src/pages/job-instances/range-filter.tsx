import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type FormEvent, useId, useState } from 'react'
import { upstreamNow } from '#api'
import { useHistoryMessages, useTimeZone } from '#i18n'
import { ChoiceFilter, Complaint, Field } from '../filter-fields.tsx'
import { dayOf, daysBetween, presetNames, rangeBounds, type TimeRange } from './time-range.ts'

interface RangeFilterProps {
  readonly range: TimeRange
  readonly maxSpanDays: number | null
  readonly onChange: (range: TimeRange) => void
}

const between = 'between'

/** A range counted back from now, or two days in the reader's time zone. */
export function RangeFilter({ range, maxSpanDays, onChange }: RangeFilterProps) {
  const words = useHistoryMessages()
  const [choosingDays, setChoosingDays] = useState(false)
  const showDays = choosingDays || range.kind === 'between'
  const handleChoice = (value: string | null) => {
    setChoosingDays(value === between)
    const preset = presetNames.find((name) => name === value)
    if (preset !== undefined) onChange({ kind: 'preset', preset })
  }
  return (
    <Group>
      <ChoiceFilter
        label={words.range}
        value={choosingDays || range.kind === 'between' ? between : range.preset}
        choices={[
          ...presetNames.map((value) => ({ value, label: words.rangeNames[value] })),
          { value: between, label: words.dates },
        ]}
        onChange={handleChoice}
      />
      {showDays ? <Days range={range} maxSpanDays={maxSpanDays} onChange={onChange} /> : null}
    </Group>
  )
}

function Days({ range, maxSpanDays, onChange }: RangeFilterProps) {
  const words = useHistoryMessages()
  const [timeZone] = useTimeZone()
  const shown = rangeBounds(range, upstreamNow())
  const [fromDay, setFromDay] = useState(() => dayOf(shown.from, timeZone))
  const [toDay, setToDay] = useState(() => dayOf(shown.to, timeZone))
  const [complained, setComplained] = useState(false)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = daysBetween(fromDay, toDay, timeZone)
    setComplained(chosen === null)
    if (chosen !== null) onChange(chosen)
  }
  return (
    <DaysForm onSubmit={handleSubmit}>
      <Day label={words.from} value={fromDay} onChange={setFromDay} />
      <Day label={words.to} value={toDay} onChange={setToDay} />
      <Button type="submit" variant="outlined">
        {words.apply}
      </Button>
      {complained ? <Complaint role="alert">{words.badDates}</Complaint> : null}
      {maxSpanDays === null ? null : <Hint>{words.spanLimit(maxSpanDays)}</Hint>}
    </DaysForm>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Day({ label, value, onChange }: DayProps) {
  const id = useId()
  return (
    <Field as="div">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}

const Group = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: 12 })

const DaysForm = styled('form')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'end',
  gap: 8,
  maxWidth: 460,
})

const Hint = styled('p')(({ theme }) => ({
  margin: 0,
  flexBasis: '100%',
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
