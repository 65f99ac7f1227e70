import type { ReactNode } from 'react'
import type { SortValue } from './sort-rows.ts'

/** One column; widths are px. A column with `grow` takes its share of the space left over. */
export interface Column<Row> {
  readonly id: string
  readonly header: string
  readonly width: number
  readonly grow?: number
  readonly align?: 'start' | 'end'
  readonly cell: (row: Row) => ReactNode
  /** Makes the column sortable. */
  readonly sortValue?: (row: Row) => SortValue
}

/** What header and rows share so that their columns line up. */
export interface GridTemplate {
  readonly columns: string
  readonly minWidth: number
}

export function gridTemplate(columns: readonly Column<never>[]): GridTemplate {
  return {
    columns: columns
      .map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`))
      .join(' '),
    minWidth: columns.reduce((sum, { width }) => sum + width, 0),
  }
}
