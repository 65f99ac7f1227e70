import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type ChangeEvent, type FormEvent, type ReactNode, useId, useState } from 'react'
import { useFormat, useMessages } from '#i18n'
import { toneColour } from '#ui'

export interface TextFilterProps {
  readonly label: string
  readonly value: string | null
  /** Called with the text, `null` for an empty one, when it is entered or left; not on every key. */
  readonly onChange: (value: string | null) => void
  readonly hint?: string
  readonly numeric?: boolean
  /** Most characters. A longer text is refused in words: cut short it would ask for something else. */
  readonly longest?: number
  /** Why a text cannot be used, in words; `null` when it can. What cannot be used is not passed on. */
  readonly complaint?: (text: string) => string | null
}

/** A filter that upstream applies: it takes effect on Enter or on leaving the field. */
export function TextFilter(props: TextFilterProps) {
  const { label, value, onChange, hint, numeric = false, longest = 200, complaint } = props
  const { common } = useMessages()
  const { number } = useFormat()
  const id = useId()
  const [draft, setDraft] = useState(value ?? '')
  const [complained, setComplained] = useState<string | null>(null)
  const [shownFor, setShownFor] = useState(value)
  if (shownFor !== value) {
    setShownFor(value)
    setDraft(value ?? '')
    setComplained(null)
  }
  const wrongOf = (text: string | null) => {
    if (text === null || text === '') return null
    return text.length > longest ? common.tooLong(number(longest)) : (complaint?.(text) ?? null)
  }
  // A link may hold what would not have been passed on from here.
  const wrongNow = complained ?? (draft === value ? wrongOf(value) : null)
  const apply = () => {
    const text = draft.trim()
    const wrong = wrongOf(text)
    setComplained(wrong)
    if (wrong === null && text !== (value ?? '')) onChange(text === '' ? null : text)
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    apply()
  }
  return (
    <Field onSubmit={handleSubmit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        value={draft}
        placeholder={hint}
        inputMode={numeric ? 'numeric' : 'text'}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={apply}
        aria-invalid={wrongNow !== null}
        aria-describedby={wrongNow === null ? undefined : `${id}-complaint`}
      />
      {wrongNow === null ? null : (
        <Complaint id={`${id}-complaint`} role="alert">
          {wrongNow}
        </Complaint>
      )}
    </Field>
  )
}

export interface ChoiceFilterProps {
  readonly label: string
  readonly value: string | null
  /** Words for no filter; left out when one of the choices always holds. */
  readonly allLabel?: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string | null) => void
}

/** One choice or all. A native select: best on a phone, and it needs no script of its own. */
export function ChoiceFilter({ label, value, allLabel, choices, onChange }: ChoiceFilterProps) {
  const id = useId()
  const handleChange = (event: ChangeEvent<HTMLSelectElement>) =>
    onChange(event.target.value === '' ? null : event.target.value)
  // A link may hold a code that the table of words lacks: it stays visible as what it is.
  const unlisted = value !== null && !choices.some((choice) => choice.value === value)
  return (
    <Field as="div">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={handleChange}>
        {allLabel === undefined ? null : <option value="">{allLabel}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {unlisted ? <option value={value}>{value}</option> : null}
      </select>
    </Field>
  )
}

export interface FilterSectionProps {
  readonly label: string
  /** Something is filtered: then the fields are in sight on a phone too. */
  readonly active: boolean
  readonly children: ReactNode
}

/** The filters of a page in one wrapping row; folded away on a phone, where they would fill the screen. */
export function FilterSection({ label, active, children }: FilterSectionProps) {
  const narrow = useMediaQuery('(max-width: 600px)')
  const row = <FilterRow>{children}</FilterRow>
  return (
    <section aria-label={label}>
      {narrow ? (
        <details open={active}>
          <Summary>{label}</Summary>
          {row}
        </details>
      ) : (
        row
      )}
    </section>
  )
}

const FilterRow = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'start',
  gap: 12,
  // Eight of them stand in one row of 1,280 px. Twice, to win over what a field says of itself.
  '&& input[type="search"]': { width: 132 },
  '&& select': { maxWidth: 164 },
})

const Summary = styled('summary')({ padding: '4px 0', minHeight: 24, cursor: 'pointer' })

/** Why what was typed cannot be used. */
export const Complaint = styled('span')({
  maxWidth: 220,
  fontSize: '0.8125rem',
  color: toneColour('bad', 'text'),
})

/** Label above control, for native controls of every kind. */
export const Field = styled('form')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexDirection: 'column',
    gap: 2,
    minWidth: 0,
    flex: '0 1 auto',
    '& label': { fontSize: '0.8125rem', color: palette.text.secondary },
    '& input, & select': {
      font: 'inherit',
      boxSizing: 'border-box',
      height: 32,
      maxWidth: '100%',
      padding: '0 8px',
      color: palette.text.primary,
      backgroundColor: palette.background.paper,
      border: '1px solid',
      borderColor: `color-mix(in srgb, ${palette.text.secondary} 75%, transparent)`,
      borderRadius: 6,
    },
    '& input[type="search"]': { width: 160 },
    '& :focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
  }
})
