/** Columns of the history, in the order of the widest screen: what ran and how it went come first. */
export const columnIds = [
  'name',
  'status',
  'duration',
  'created',
  'started',
  'ended',
  'operator',
  'id',
  'type',
  'launchMode',
  'runs',
] as const

export type ColumnId = (typeof columnIds)[number]

const optional: readonly ColumnId[] = ['started', 'ended', 'launchMode']

/**
 * What is shown until somebody chooses: when it was created says enough about when it started and ended, and nearly all
 * were started from the same place. The room is the name's.
 */
export const defaultColumns: readonly ColumnId[] = columnIds.filter((id) => !optional.includes(id))

/** Whether rows can be sorted by it: by all that is a value, and not a button. */
export function isSortable(id: ColumnId): boolean {
  return id !== 'runs'
}

/** The column that leads to the run; without it a row would be a dead end. */
export const fixedColumn: ColumnId = 'name'
