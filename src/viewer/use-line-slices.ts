import { useCallback, useState } from 'react'
import { firstSliceBytes, type LogLine, type LogSlice, type LogStore } from '#log'

/** How much more of a long line one click shows. */
export const sliceBytes = firstSliceBytes

/** The parts of very long lines shown beyond their beginning, by line index. */
export interface LineSlices {
  readonly slices: ReadonlyMap<number, readonly LogSlice[]>
  readonly showMore: (lineIndex: number, line: LogLine) => void
}

/** Slices of an older revision are forgotten: their bytes may be others now. */
export function useLineSlices(store: LogStore, documentId: string, revision: number): LineSlices {
  const [kept, setKept] = useState<{ revision: number; slices: LineSlices['slices'] }>({
    revision,
    slices: none,
  })
  const slices = kept.revision === revision ? kept.slices : none
  const showMore = useCallback(
    (lineIndex: number, line: LogLine) => {
      const shown = slices.get(lineIndex) ?? []
      const from = shown.at(-1)?.byteEnd ?? line.shownBytes
      void store.slice(documentId, lineIndex, from, from + sliceBytes).then((slice) => {
        setKept((before) => {
          const current = before.revision === revision ? before.slices : none
          return { revision, slices: new Map(current).set(lineIndex, [...shown, slice]) }
        })
      })
    },
    [store, documentId, revision, slices],
  )
  return { slices, showMore }
}

const none: LineSlices['slices'] = new Map()
