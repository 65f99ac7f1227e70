import { useEffect, useState } from 'react'
import { maskedLine, useLogStore } from '#api'

/** Longest quotation, in characters: the log itself is one click away. */
const quotedLength = 400

interface Place {
  readonly documentId: string
  readonly lineNumber: number
}

/** A line as it may leave the page: secrets masked. `undefined` until it is read; `null` where there is none. */
export function useMaskedLine(place: Place | null | undefined): string | null | undefined {
  const store = useLogStore()
  const [read, setRead] = useState<Place & { readonly text: string }>()
  const { documentId = null, lineNumber = 0 } = place ?? {}
  useEffect(() => {
    if (documentId === null) return
    let current = true
    void maskedLine(store(), documentId, lineNumber - 1).then((text) => {
      if (current) setRead({ documentId, lineNumber, text: text.slice(0, quotedLength) })
    })
    return () => {
      current = false
    }
  }, [store, documentId, lineNumber])
  if (place === null) return null
  return read?.documentId === documentId && read.lineNumber === lineNumber ? read.text : undefined
}
