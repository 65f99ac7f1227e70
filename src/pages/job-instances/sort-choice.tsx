import { useHistoryMessages } from '#i18n'
import { SelectField, type Sort } from '#ui'
import { type ColumnId, columnIds, isSortable } from './column-ids.ts'
import { sortText, toSort } from './url.ts'
import { useColumnNames } from './use-column-names.ts'

export interface SortChoiceProps {
  readonly columns: readonly ColumnId[]
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
}

/** Sorting where no heading can be clicked: every column shown, either way. */
export function SortChoice({ columns, sort, onSort }: SortChoiceProps) {
  const words = useHistoryMessages()
  const names = useColumnNames()
  const sortable = columns.filter(isSortable)
  // A link may sort by a column that is not shown.
  const linked = columnIds.filter((id) => id === sort?.columnId && !sortable.includes(id))
  const options = [...sortable, ...linked].flatMap((id) => [
    { value: id, label: `${names[id]} ▲` },
    { value: `-${id}`, label: `${names[id]} ▼` },
  ])
  return (
    <SelectField
      label={words.sortBy}
      value={sort === null ? '' : sortText(sort)}
      options={[{ value: '', label: words.asListed }, ...options]}
      onChange={(value) => onSort(toSort(value))}
    />
  )
}
