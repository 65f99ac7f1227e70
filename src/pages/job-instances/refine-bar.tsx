import { styled } from '@mui/material/styles'
import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react'
import { type JobInstance, runTone } from '#contract'
import { useFormat, useHistoryMessages, useMessages } from '#i18n'
import { ToneIcon, toneColour } from '#ui'
import { Field } from '../filter-fields.tsx'
import { countStatuses } from './refine.ts'
import type { Refinement } from './url.ts'

export interface RefineBarProps {
  /** The page of rows as it was loaded. */
  readonly items: readonly JobInstance[]
  readonly shownCount: number
  readonly refinement: Refinement
  readonly onChange: (change: Partial<Refinement>) => void
  readonly inputRef: Ref<HTMLInputElement>
  /** Enter or the down key: the keys go on in the rows. */
  readonly onEnterRows: () => void
  /** What else stands on this line. */
  readonly children: ReactNode
}

/** Narrows the rows that are loaded, at once and without asking anybody: by text and by status. */
export function RefineBar(props: RefineBarProps) {
  const { items, shownCount, refinement, onChange, inputRef, onEnterRows, children } = props
  const words = useHistoryMessages()
  const { number } = useFormat()
  const id = useId()
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onEnterRows()
  }
  return (
    <Bar>
      <Field as="div">
        <label htmlFor={id}>{words.refine}</label>
        <input
          ref={inputRef}
          id={id}
          type="search"
          value={refinement.text}
          maxLength={200}
          placeholder={words.refineHint}
          aria-keyshortcuts="/"
          aria-describedby={`${id}-shown`}
          onChange={({ target }) => onChange({ text: target.value })}
          onKeyDown={handleKeyDown}
        />
      </Field>
      <Statuses items={items} statuses={refinement.statuses} onChange={onChange} />
      <Shown id={`${id}-shown`} role="status">
        {shownCount === items.length ? null : words.shown(number(shownCount), number(items.length))}
      </Shown>
      {children}
    </Bar>
  )
}

type StatusesProps = Pick<RefineBarProps, 'items' | 'onChange'> & Pick<Refinement, 'statuses'>

function Statuses({ items, statuses, onChange }: StatusesProps) {
  const words = useHistoryMessages()
  const { status } = useMessages()
  const { number } = useFormat()
  const id = useId()
  const toggle = (code: number) =>
    onChange({
      statuses: statuses.includes(code) ? statuses.filter((one) => one !== code) : [...statuses, code],
    })
  return (
    <Chips role="group" aria-labelledby={id}>
      <span id={id}>{words.statusesHere(items.length)}</span>
      {countStatuses(items).map(({ status: code, count }) => (
        <button
          key={code}
          type="button"
          aria-pressed={statuses.includes(code)}
          data-tone={runTone(code)}
          onClick={() => toggle(code)}
        >
          <ToneIcon tone={runTone(code)} /> {status.runStatusWord(code)} <b>{number(count)}</b>
        </button>
      ))}
    </Chips>
  )
}

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'end',
  gap: '8px 12px',
  // Wide enough for its own hint; what is left is for the states, in two lines where they are many.
  '& > div:first-of-type': { flex: '1 1 260px', maxWidth: 300 },
  '& input[type="search"]': { width: '100%' },
})

const Chips = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flex: '3 1 300px',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 6,
    paddingBottom: 2,
    '& > span': { color: palette.text.secondary, fontSize: '0.8125rem' },
    '& > button': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      minHeight: 28,
      padding: '0 10px 0 7px',
      font: 'inherit',
      fontSize: '0.8125rem',
      color: palette.text.primary,
      background: 'none',
      border: `1px solid ${palette.divider}`,
      borderRadius: 999,
      cursor: 'pointer',
    },
    '& > button:hover': { backgroundColor: palette.action.hover },
    '& > button[aria-pressed="true"]': {
      borderColor: palette.primary.main,
      backgroundColor: palette.action.selected,
      boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
    },
    '& > button:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
    '& b': { fontVariantNumeric: 'tabular-nums', color: toneColour('idle', 'text') },
  }
})

const Shown = styled('span')(({ theme }) => ({
  paddingBottom: 6,
  marginInlineEnd: 'auto',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
