import type { Theme } from '@mui/material/styles'
import { type MouseEvent, memo, type PointerEvent, type ReactNode } from 'react'
import type { Column } from './column.ts'

interface TableRowProps<Row> {
  readonly id: string
  readonly row: Row
  readonly rowIndex: number
  readonly columns: readonly Column<Row>[]
  readonly template: string
  /** Distance from the first row's top, px. */
  readonly offset: number
  readonly height: number
  readonly active: boolean
  /** undefined = rows of this table cannot be selected. */
  readonly selected: boolean | undefined
  readonly onActivate: ((row: Row) => void) | undefined
  readonly onPoint: (rowIndex: number) => void
}

/**
 * One mounted row; rendered again only when something of its own changed. Header row is row 1 for assistive
 * technology, so the first data row is 2.
 */
export const TableRow = memo(MountedRow) as <Row>(props: TableRowProps<Row>) => ReactNode

function MountedRow<Row>(props: TableRowProps<Row>) {
  const { id, row, rowIndex, columns, template, offset, height, active, selected, onActivate, onPoint } =
    props
  const handleClick = (event: MouseEvent) => {
    onPoint(rowIndex)
    // A link or button in a cell has its own meaning, and selecting text is not choosing a row.
    if (event.target instanceof Element && event.target.closest('a, button, input') !== null) return
    if (window.getSelection()?.isCollapsed === false) return
    onActivate?.(row)
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, aria-activedescendant points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its active row
    // biome-ignore lint/a11y/useSemanticElements: rows of a table stand where the table puts them, these where we do
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex + 2}
      aria-selected={selected}
      data-active={active || undefined}
      data-clickable={onActivate === undefined ? undefined : true}
      onClick={handleClick}
      style={{ top: offset, height, gridTemplateColumns: template }}
    >
      {columns.map(({ id: columnId, cell, align }, columnIndex) => (
        // biome-ignore lint/a11y/useFocusableInteractive: keys move by rows, as in a list
        // biome-ignore lint/a11y/useSemanticElements: a cell needs its row to be one
        <div key={columnId} role="gridcell" aria-colindex={columnIndex + 1} data-align={align}>
          <span onPointerEnter={nameCutText}>{cell(row)}</span>
        </div>
      ))}
    </div>
  )
}

/** A text that its column cuts off can be read whole by pointing at it, in every table. */
function nameCutText({ currentTarget: cell }: PointerEvent<HTMLElement>): void {
  const cut = [cell, ...cell.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth + 1)
  cell.title = cut && cell.querySelector('[title]') === null ? (cell.textContent ?? '') : ''
}

/** Of the element the rows stand in: not of every row, or each of hundreds of cells would be styled for itself. */
export function tableRowStyles(theme: Theme) {
  const { palette } = theme.vars ?? theme
  return {
    '& > [role="row"]': {
      position: 'absolute',
      insetInline: 0,
      display: 'grid',
      alignItems: 'center',
      boxSizing: 'border-box',
      borderBottom: '1px solid',
      borderColor: `color-mix(in srgb, ${palette.divider} 55%, transparent)`,
      '&:hover': { backgroundColor: palette.action.hover },
      '&[aria-selected="true"]': { backgroundColor: palette.action.selected },
      '&[data-active]': {
        boxShadow: `inset 3px 0 0 color-mix(in srgb, ${palette.primary.main} 45%, transparent)`,
      },
      '&[data-clickable]': { cursor: 'pointer' },
    },
    '[role="grid"]:focus-visible & > [data-active]': {
      boxShadow: `inset 3px 0 0 ${palette.primary.main}`,
      backgroundColor: palette.action.hover,
    },
    '& > [role="row"] > [role="gridcell"]': {
      display: 'flex',
      minWidth: 0,
      padding: '0 10px',
      '&[data-align="end"]': { justifyContent: 'flex-end' },
      '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    },
  } as const
}
