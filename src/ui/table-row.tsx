import { styled } from '@mui/material/styles'
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
    <GridRow
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
        <Cell key={columnId} role="gridcell" aria-colindex={columnIndex + 1} data-align={align}>
          <span onPointerEnter={nameCutText}>{cell(row)}</span>
        </Cell>
      ))}
    </GridRow>
  )
}

/** A text that its column cuts off can be read whole by pointing at it, in every table. */
function nameCutText({ currentTarget: cell }: PointerEvent<HTMLElement>): void {
  const cut = [cell, ...cell.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth + 1)
  cell.title = cut && cell.querySelector('[title]') === null ? (cell.textContent ?? '') : ''
}

const GridRow = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    position: 'absolute',
    insetInline: 0,
    display: 'grid',
    alignItems: 'center',
    boxSizing: 'border-box',
    borderBottom: '1px solid',
    borderColor: `color-mix(in srgb, ${palette.divider} 55%, transparent)`,
    '&:hover': { backgroundColor: palette.action.hover },
    '&[aria-selected="true"]': { backgroundColor: palette.action.selected },
    '&[data-clickable]': { cursor: 'pointer' },
    '[role="grid"]:focus-visible &[data-active]': {
      boxShadow: `inset 3px 0 0 ${palette.primary.main}`,
      backgroundColor: palette.action.hover,
    },
  }
})

const Cell = styled('div')({
  display: 'flex',
  minWidth: 0,
  padding: '0 10px',
  '&[data-align="end"]': { justifyContent: 'flex-end' },
  '&:not([data-align="end"]) > span': { flexGrow: 1 },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})
