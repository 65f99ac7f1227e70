import { useCallback, useState } from 'react'
import { keep, readKept } from '#ui'
import { type ColumnId, columnIds, defaultColumns, fixedColumn } from './column-ids.ts'
import type { CardLines } from './run-card.tsx'

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** How somebody likes the table of the history; kept in this browser, for every scope alike. */
export interface TableLook {
  readonly columns: readonly ColumnId[]
  readonly density: Density
}

/** Row heights in px; the smaller one still leaves a link its 24 px (WCAG 2.5.8). */
export const rowHeights: Readonly<Record<Density, number>> = { comfortable: 36, compact: 26 }

/** Heights in px and lines of what stands in place of a row where there is no room for columns. */
export const cards = {
  comfortable: { height: 84, lines: 3 },
  compact: { height: 60, lines: 2 },
} as const satisfies Readonly<Record<Density, { readonly height: number; readonly lines: CardLines }>>

const name = 'history-table'

/** Every field falls back by itself: what is kept may be another version's. */
export function readTableLook(kept: unknown = readKept(name)): TableLook {
  const fields: Readonly<Record<string, unknown>> =
    typeof kept === 'object' && kept !== null ? { ...kept } : {}
  const { columns, density } = fields
  const listed = Array.isArray(columns) ? columnIds.filter((id) => columns.includes(id)) : null
  return {
    columns: listed?.includes(fixedColumn) ? listed : defaultColumns,
    density: densities.find((one) => one === density) ?? 'comfortable',
  }
}

/** The look and how to change it; blocked storage only makes it last as long as the page. */
export function useTableLook(): readonly [TableLook, (change: Partial<TableLook>) => void] {
  const [look, setLook] = useState(readTableLook)
  const change = useCallback((changed: Partial<TableLook>) => {
    setLook((before) => {
      const next = { ...before, ...changed }
      keep(name, next)
      return next
    })
  }, [])
  return [look, change]
}
