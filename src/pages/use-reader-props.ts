import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { capabilitiesQuery, useApi } from '#api'
import type { LineSelection, SearchSettings } from '#viewer'
import {
  isTooLongToWrite,
  type ReaderAddress,
  readReaderAddress,
  writeReaderAddress,
} from './reader-address.ts'

/** What of the viewer's props depends on the page's address and on the deployment, not on the log. */
export function useReaderProps(address: ReaderAddress, onChange: (change: Partial<ReaderAddress>) => void) {
  const { line, search } = useSameAddress(address)
  const [tooLong, setTooLong] = useState<SearchSettings | null>(null)
  const capabilities = useQuery(capabilitiesQuery(useApi())).data
  const onSearchChange = (next: SearchSettings): void => {
    setTooLong(isTooLongToWrite(next.query.text) ? next : null)
    onChange({ search: next })
  }
  return {
    selection: line,
    onSelectionChange: (selection: LineSelection | null) => onChange({ line: selection }),
    // Its options are in the address: when those are others now, so is what is looked for.
    search: tooLong !== null && written({ search: tooLong }) === written({ search }) ? tooLong : search,
    onSearchChange,
    ...(capabilities !== undefined && { naiveTimeZone: capabilities.upstreamTimeZone }),
  }
}

/**
 * The same objects as long as the same is written: an address is read anew whenever anything in it changes, but the
 * viewer scrolls when it gets another selection, and lays out its rows when it gets another search.
 */
function useSameAddress({ line, search }: ReaderAddress): ReaderAddress {
  const lineText = written({ line })
  const searchText = written({ search })
  return {
    line: useMemo(() => read(lineText).line, [lineText]),
    search: useMemo(() => read(searchText).search, [searchText]),
  }
}

function written(part: Partial<ReaderAddress>): string {
  const query = new URLSearchParams()
  writeReaderAddress(query, part)
  return query.toString()
}

function read(text: string): ReaderAddress {
  return readReaderAddress(new URLSearchParams(text))
}
