import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useRef } from 'react'
import { useTransferWords } from '#i18n'
import { sourcesWithoutUploads } from './transfer-pairing.ts'
import type { TransferTable } from './transfer-table.ts'
import type { UsedTransfers } from './use-transfers.ts'

interface TransferUploadsProps {
  readonly table: TransferTable
  readonly session: Pick<UsedTransfers, 'sources' | 'fetchSources' | 'stop'> & {
    readonly state: Pick<UsedTransfers['state'], 'phase'>
  }
}

/**
 * Sources of which no upload is known: asked for at a press, and never twice, since a source without uploads has
 * none to tell of.
 */
export function TransferUploads({ table, session }: TransferUploadsProps) {
  const { transfer } = useTransferWords()
  const { pair: words } = transfer
  const { state, sources, fetchSources, stop } = session
  const loading = state.phase === 'loading'
  const unknown = useHeld(sourcesWithoutUploads(table), loading)
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
  if (unasked.length === 0) return <Line role="status">{words.none(unknown.length)}</Line>
  return (
    <Line role="status">
      {words.unfetched(unasked.length)}
      <Button size="small" onClick={() => fetchSources(unasked)}>
        {words.fetch(unasked.length)}
      </Button>
    </Line>
  )
}

/** What it was before it began to be held: a line that comes and goes with every answer would move the table. */
function useHeld<Value>(value: Value, isHeld: boolean): Value {
  const held = useRef(value)
  if (!isHeld) held.current = value
  return held.current
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  fontSize: '0.8125rem',
})
