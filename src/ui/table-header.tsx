import { styled } from '@mui/material/styles'
import type { Column, GridTemplate } from './column.ts'
import type { Sort } from './sort-rows.ts'

interface TableHeaderProps {
  readonly columns: readonly Column<never>[]
  readonly template: GridTemplate
  readonly sort: Sort | null
  readonly onSort: (columnId: string) => void
}

/** The sticky row of column headers; a sortable one holds a button. */
export function TableHeader({ columns, template, sort, onSort }: TableHeaderProps) {
  return (
    <Sticky role="rowgroup" style={{ minWidth: template.minWidth }}>
      <HeaderRow role="row" aria-rowindex={1} style={{ gridTemplateColumns: template.columns }}>
        {columns.map(({ id, header, align, sortValue }, columnIndex) => (
          <HeaderCell
            key={id}
            role="columnheader"
            aria-colindex={columnIndex + 1}
            aria-sort={sortValue === undefined ? undefined : ariaSort(sort, id)}
            data-align={align}
          >
            {sortValue === undefined ? (
              header
            ) : (
              <SortButton type="button" onClick={() => onSort(id)}>
                {header}
                <span aria-hidden="true">{arrows[ariaSort(sort, id)]}</span>
              </SortButton>
            )}
          </HeaderCell>
        ))}
      </HeaderRow>
    </Sticky>
  )
}

const arrows = { none: '', ascending: ' ▲', descending: ' ▼' }

function ariaSort(sort: Sort | null, columnId: string): 'none' | 'ascending' | 'descending' {
  if (sort?.columnId !== columnId) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}

const Sticky = styled('div')(({ theme }) => ({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  borderBottom: '1px solid',
  borderColor: (theme.vars ?? theme).palette.divider,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
}))

const HeaderRow = styled('div')({ display: 'grid', height: 35, alignItems: 'stretch' })

const HeaderCell = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  padding: '0 10px',
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  // The whole cell sorts, not just its words.
  '&:has(> button)': { padding: 0 },
  fontSize: '0.8125rem',
  fontWeight: 600,
  color: (theme.vars ?? theme).palette.text.secondary,
  '&[data-align="end"]': { justifyContent: 'flex-end' },
}))

const SortButton = styled('button')({
  all: 'unset',
  cursor: 'pointer',
  alignSelf: 'stretch',
  flex: 1,
  minWidth: 0,
  padding: '0 10px',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'inherit',
  whiteSpace: 'pre',
  '&:hover': { textDecoration: 'underline' },
  '&:focus-visible': { outline: '2px solid currentColor', outlineOffset: -2 },
})
