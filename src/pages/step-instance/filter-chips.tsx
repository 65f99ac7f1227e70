import { styled } from '@mui/material/styles'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { SmallButton, type Tone, ToneIcon, toneColour } from '#ui'
import { useWidth } from '../use-width.ts'

/** One way to filter: its value in the query, its tone and its words, count included. */
export interface FilterChip {
  readonly value: string
  readonly tone: Tone | null
  readonly label: string
}

interface FilterChipsProps {
  /** Accessible name of the group. */
  readonly label: string
  readonly chips: readonly FilterChip[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/**
 * A row of buttons of which one is pressed; pressing it again goes back to the first, "all". Thirty kinds of failure
 * must not push the hosts themselves off the page: one line is seen, that of the pressed one, and a button shows the
 * others. The keys reach all of them either way.
 */
export function FilterChips({ label, chips, value, onChange }: FilterChipsProps) {
  const row = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const hiddenCount = useHiddenCount(row, chips.map((chip) => chip.label).join(), value)
  return (
    <Line>
      <Row ref={row} role="group" aria-label={label} data-open={isOpen || undefined} onBlur={showPressed}>
        {chips.map((chip) => (
          <button
            key={chip.value}
            type="button"
            aria-pressed={chip.value === value}
            data-tone={chip.tone}
            onClick={() => onChange(chip.value === value ? '' : chip.value)}
          >
            {chip.tone === null ? null : <ToneIcon tone={chip.tone} size={12} />}
            {chip.label}
          </button>
        ))}
      </Row>
      {hiddenCount === 0 ? null : (
        <SmallButton
          type="button"
          aria-label={`${label} +${hiddenCount}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          +{hiddenCount} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </SmallButton>
      )}
    </Line>
  )
}

/** How many buttons stand on other lines than the pressed one; known before they are seen. */
function useHiddenCount(row: RefObject<HTMLDivElement | null>, labels: string, value: string): number {
  const width = useWidth(row)
  const [count, setCount] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: words, room and choice are what decides on the lines
  useLayoutEffect(() => {
    if (row.current === null) return
    const top = showPressed({ currentTarget: row.current })
    setCount(buttonsIn(row.current).filter(({ offsetTop }) => offsetTop !== top).length)
  }, [row, labels, value, width])
  return count
}

/** Goes to the line of the pressed button, where the keys have not gone to another; where that line begins, px. */
function showPressed({ currentTarget: row }: { readonly currentTarget: HTMLElement }): number {
  const buttons = buttonsIn(row)
  const pressed = buttons.find((button) => button.ariaPressed === 'true') ?? buttons[0]
  const top = pressed?.offsetTop ?? 0
  row.scrollTop = top - (buttons[0]?.offsetTop ?? 0)
  return top
}

function buttonsIn(row: HTMLElement): readonly HTMLElement[] {
  return [...row.querySelectorAll('button')]
}

// As high with the button as without it.
const Line = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 4,
  minWidth: 0,
  minHeight: 34,
})

const Row = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 4,
    flex: '1 1 auto',
    position: 'relative',
    minWidth: 0,
    minHeight: 30,
    height: 30,
    overflow: 'hidden',
    '&[data-open]': { height: 'auto', maxHeight: 142, overflowY: 'auto' },
    // Room for the outline of a focused one, which scrolling would cut off.
    padding: 3,
    margin: -3,
    '& > button': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      minHeight: 24,
      padding: '0 8px',
      font: 'inherit',
      fontSize: '0.75rem',
      color: palette.text.primary,
      border: `1px solid ${palette.divider}`,
      borderRadius: 999,
      backgroundColor: palette.background.paper,
      cursor: 'pointer',
    },
    '& > button:hover': { borderColor: palette.text.secondary },
    '& > button[aria-pressed="true"]': {
      borderColor: palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
      fontWeight: 600,
    },
    '& > button[data-tone="bad"]': { color: toneColour('bad', 'text') },
    '& > button:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
  }
})
