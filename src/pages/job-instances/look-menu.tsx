import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type KeyboardEvent, useState } from 'react'
import { useHistoryMessages } from '#i18n'
import { SelectField } from '#ui'
import { type ColumnId, columnIds, defaultColumns, fixedColumn } from './column-ids.ts'
import { densities, type TableLook } from './table-look.ts'
import { useColumnNames } from './use-column-names.ts'

export interface LookMenuProps {
  readonly look: TableLook
  readonly onChange: (change: Partial<TableLook>) => void
}

/** Which columns, and how close together: the browser's own disclosure, so it needs no script to open. */
export function LookMenu(props: LookMenuProps) {
  const words = useHistoryMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure onKeyDown={closeOnEscape} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.look}</summary>
      {isOpen ? <Choices {...props} /> : null}
    </Disclosure>
  )
}

function Choices({ look, onChange }: LookMenuProps) {
  const words = useHistoryMessages()
  const names = useColumnNames()
  const toggle = (id: ColumnId, isShown: boolean) =>
    onChange({ columns: columnIds.filter((one) => (one === id ? isShown : look.columns.includes(one))) })
  return (
    <Panel>
      <fieldset>
        <legend>{words.columns}</legend>
        {columnIds.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={look.columns.includes(id)}
              disabled={id === fixedColumn}
              onChange={({ target }) => toggle(id, target.checked)}
            />{' '}
            {names[id]}
          </label>
        ))}
      </fieldset>
      <SelectField
        label={words.density}
        value={look.density}
        options={densities.map((value) => ({ value, label: words.densities[value] }))}
        onChange={(density) => onChange({ density })}
      />
      <Button onClick={() => onChange({ columns: defaultColumns, density: 'comfortable' })}>
        {words.usualLook}
      </Button>
    </Panel>
  )
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape' || !event.currentTarget.open) return
  event.currentTarget.open = false
  event.currentTarget.querySelector('summary')?.focus()
}

const Disclosure = styled('details')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    position: 'relative',
    '& > summary': {
      boxSizing: 'border-box',
      minHeight: 32,
      padding: '5px 10px',
      borderRadius: 6,
      cursor: 'pointer',
      color: palette.primary.main,
      fontSize: '0.8125rem',
      fontWeight: 550,
      listStyle: 'none',
    },
    '& > summary::after': { content: '" ▾"' },
    '& > summary:hover': { backgroundColor: palette.action.hover },
    '& > summary:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
  }
})

const Panel = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    position: 'absolute',
    insetInlineEnd: 0,
    zIndex: 3,
    display: 'grid',
    justifyItems: 'start',
    gap: 10,
    width: 'max-content',
    maxWidth: 'calc(100vw - 24px)',
    padding: 12,
    border: `1px solid ${palette.divider}`,
    borderRadius: 8,
    backgroundColor: palette.background.paper,
    boxShadow: '0 6px 20px rgb(0 0 0 / 0.2)',
    '& fieldset': { display: 'grid', gap: 4, margin: 0, padding: 0, border: 0 },
    '& legend': { padding: 0, fontSize: '0.8125rem', color: palette.text.secondary },
    '& label': { minHeight: 24 },
  }
})
