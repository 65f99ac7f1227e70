import { Suspense, useCallback } from 'react'
import { lazyPart } from '#ui'
import type { HostRow } from './host-rows.ts'
import type { NotHereProps } from './not-here.tsx'
import type { TransferTable } from './transfer-table.ts'
import { neitherHostNorEnd } from './transfer-without.ts'

const NotHere = lazyPart<NotHereProps>(async () => (await import('./not-here.tsx')).NotHere)

interface NotAmongProps {
  readonly table: TransferTable
  readonly hosts: readonly HostRow[]
  /** Hosts that are looked for, as a list of them is written; `''` for none. */
  readonly asked: string
}

/** Which of the hosts looked for are neither hosts of the step nor ends of its transfers. */
export function NotAmong({ table: { rows }, hosts, asked }: NotAmongProps) {
  const find = useCallback<NotHereProps['find']>(
    (among, text) => neitherHostNorEnd(rows, among, text),
    [rows],
  )
  if (asked === '') return null
  return (
    <Suspense>
      <NotHere rows={hosts} find={find} text={asked} />
    </Suspense>
  )
}
