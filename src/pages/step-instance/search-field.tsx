import { styled } from '@mui/material/styles'
import { useEffect, useId, useRef, useState } from 'react'

interface SearchFieldProps {
  readonly label: string
  /** The label is still read out, but takes no room. */
  readonly labelHidden?: boolean
  readonly hint?: string
  readonly value: string
  /** Called at once for a first key, a moment after the last one of fast typing: not for every letter of it. */
  readonly onChange: (value: string) => void
  /** The down key: the keys go on in what is filtered. */
  readonly onDown?: (field: HTMLElement) => void
}

const waitMs = 40
/** After so long without a report the next key is reported at once: nothing is saved by letting it wait. */
const calmMs = 120

/** A text field that filters what is already on the page. */
export function SearchField({ label, labelHidden = false, hint, value, onChange, onDown }: SearchFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState(value)
  const [shownFor, setShownFor] = useState(value)
  const [reported, setReported] = useState<string | null>(null)
  // The value changed elsewhere (back button, "clear the filter"): show that one. Our own report coming back must not
  // take away what has been typed since; it comes back once, and then the same text is somebody else's.
  if (shownFor !== value) {
    setShownFor(value)
    if (value === reported) setReported(null)
    else setDraft(value)
  }
  const reportedAt = useRef(Number.NEGATIVE_INFINITY)
  const report = useRef(onChange)
  useEffect(() => {
    report.current = onChange
  })
  useEffect(() => {
    if (draft === value) return
    const isCalm = performance.now() - reportedAt.current > calmMs
    const timer = setTimeout(
      () => {
        reportedAt.current = performance.now()
        setReported(draft)
        report.current(draft)
      },
      isCalm ? 0 : waitMs,
    )
    return () => clearTimeout(timer)
  }, [draft, value])
  return (
    <Field>
      {labelHidden ? null : <label htmlFor={id}>{label}</label>}
      <input
        id={id}
        type="search"
        aria-label={labelHidden ? label : undefined}
        title={labelHidden ? label : undefined}
        value={draft}
        placeholder={hint}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'ArrowDown' && onDown?.(event.currentTarget)}
      />
    </Field>
  )
}

const Field = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexDirection: 'column',
    gap: 2,
    minWidth: 0,
    '& > label': { fontSize: '0.75rem', color: palette.text.secondary },
    '& > input': {
      font: 'inherit',
      minWidth: 0,
      padding: '5px 8px',
      color: palette.text.primary,
      backgroundColor: palette.background.paper,
      border: `1px solid ${palette.divider}`,
      borderRadius: 6,
    },
    '& > input::placeholder': { color: palette.text.secondary, opacity: 1 },
    '& > input:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -1 },
  }
})
