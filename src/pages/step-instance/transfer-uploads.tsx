import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useMemo } from 'react'
import { useTransferWords } from '#i18n'
import { CopyButton } from '#ui'
import { sourcesWithoutUploads } from './transfer-pairing.ts'
import type { TransferRow } from './transfer-row.ts'
import type { TransferTable } from './transfer-table.ts'
import { useHeld } from './use-held.ts'
import type { UsedTransfers } from './use-transfers.ts'

interface TransferUploadsProps extends Pick<UsedTransfers, 'sources' | 'fetchSources' | 'stop'> {
  readonly table: TransferTable
  readonly phase: UsedTransfers['state']['phase']
  /** The step still runs: uploads nobody told of may not have begun. */
  readonly live: boolean
}

/**
 * Sources of which no upload is known: asked for at a press, and never twice, since a source without uploads has
 * none to tell of.
 */
export function TransferUploads({ table, phase, live, sources, fetchSources, stop }: TransferUploadsProps) {
  const { transfer, common } = useTransferWords()
  const { pair: words } = transfer
  const loading = phase === 'loading'
  const unknown = useHeld(sourcesWithoutUploads(table), loading)
  const addresses = useMemo(() => addressesOf(table.rows, unknown), [table.rows, unknown])
  const unasked = sources.all ? [] : unknown.filter((key) => !sources.byName.has(key))
  if (sources.fetching.length > 0) {
    return (
      <Line role="status" aria-busy="true">
        {words.fetching(sources.fetching.length)}
        <progress aria-label={words.fetching(sources.fetching.length)} />
        <Button size="small" onClick={stop}>
          {transfer.stop}
        </Button>
      </Line>
    )
  }
  // Later answers renew what is said; until the first is whole there is nothing to say.
  if ((loading && !sources.all) || unknown.length === 0) return null
  if (unasked.length === 0)
    return live ? null : (
      <Line>
        <span role="status" title={addresses.slice(0, mostTitled).join('\n')}>
          {words.none(unknown.length, someOf(addresses))}
        </span>
        <CopyButton
          text={() => addresses.join('\n')}
          label={transfer.copyHosts}
          copiedLabel={common.copied}
          failedLabel={common.copyFailed}
        />
      </Line>
    )
  return (
    <Line role="status">
      {words.unfetched(unasked.length)}
      <Button size="small" onClick={() => fetchSources(unasked)}>
        {words.fetch(unasked.length)}
      </Button>
    </Line>
  )
}

/** What people call these sources, in their order. */
function addressesOf(rows: readonly TransferRow[], keys: readonly string[]): readonly string[] {
  const left = new Set(keys)
  const found = new Map<string, string>()
  for (const { sourceKey, sourceHost } of rows) {
    if (left.size === 0) break
    if (left.delete(sourceKey)) found.set(sourceKey, sourceHost)
  }
  return keys.map((key) => found.get(key) || key)
}

const mostTitled = 50

/** The first ones, in a line. */
function someOf(addresses: readonly string[]): string {
  return [...addresses.slice(0, 3), ...(addresses.length > 3 ? ['…'] : [])].join(', ')
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  fontSize: '0.8125rem',
})
