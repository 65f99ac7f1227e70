import { useMemo } from 'react'
import { earlyStragglers } from './early-stragglers.ts'
import { rowsLeft } from './first-shown.ts'
import { HiddenHost } from './hidden-host.tsx'
import type { HostRow } from './host-rows.ts'
import { noFilters } from './url.ts'
import { useInSlices } from './use-in-slices.ts'
import type { RailQuery } from './use-step-view.ts'

export interface HiddenHereProps {
  readonly rows: readonly HostRow[]
  /** The host whose log is open. */
  readonly openedKey: string
  readonly query: RailQuery
}

/** Where the list of hosts is out of sight: that the filters of the address hide the host whose log is. */
export function HiddenHere({ rows, openedKey, query: { view, onChange } }: HiddenHereProps) {
  const work = useMemo(() => () => rowsLeft(rows, view, earlyStragglers), [rows, view])
  const { value } = useInSlices(work)
  const index = useMemo(() => rows.findIndex(({ key }) => key === openedKey), [rows, openedKey])
  const shown = useMemo(() => Uint32Array.from(value?.[index] === 0 ? [] : [index]), [value, index])
  return <HiddenHost rail={{ rows, shown }} index={index} onShow={() => onChange(noFilters)} />
}
