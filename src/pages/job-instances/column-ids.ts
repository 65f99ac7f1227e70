/** Columns of the history, in the order of the widest screen. */
export const columnIds = [
  'id',
  'name',
  'type',
  'launchMode',
  'operator',
  'status',
  'created',
  'started',
  'ended',
  'duration',
  'runs',
] as const

export type ColumnId = (typeof columnIds)[number]

/** What is shown until somebody chooses: when it was created says enough about when it started and ended. */
export const defaultColumns: readonly ColumnId[] = columnIds.filter(
  (id) => id !== 'started' && id !== 'ended',
)

/** The column that leads to the run; without it a row would be a dead end. */
export const fixedColumn: ColumnId = 'name'
