import { useCallback, useState } from 'react'
import { filterOf, noSearch, type SearchSettings, showAllLines, soughtQuery } from './search-settings.ts'

export interface Searching {
  readonly settings: SearchSettings
  readonly change: (settings: SearchSettings) => void
  readonly isOpen: boolean
  /** Another number puts the cursor into the field. */
  readonly focusRequest: number
  readonly open: () => void
  /** Closes the bar; what is looked for is forgotten, and every line is shown again. */
  readonly close: () => void
  readonly showAll: () => void
}

/** What is looked for: kept by the page when it gives `given`, else here. */
export function useSearching(
  given: SearchSettings | undefined,
  onChange: ((settings: SearchSettings) => void) | undefined,
): Searching {
  const [own, setOwn] = useState(noSearch)
  const settings = given ?? own
  const change = onChange ?? setOwn
  // An address that says what to look for opens the bar, so that it is seen why lines are marked or hidden.
  const [isOpen, setOpen] = useState(soughtQuery(settings) !== null || filterOf(settings) !== null)
  const [focusRequest, setFocusRequest] = useState(0)
  const open = useCallback(() => {
    setOpen(true)
    setFocusRequest((last) => last + 1)
  }, [])
  const close = (): void => {
    setOpen(false)
    change(noSearch)
  }
  return {
    settings,
    change,
    isOpen,
    focusRequest,
    open,
    close,
    showAll: () => change(showAllLines(settings)),
  }
}
