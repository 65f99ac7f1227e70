import type { KeyboardEvent } from 'react'
import type { SearchDirection } from './use-log-search.ts'

/** The key that opens the search of the browser: from the reader it opens ours. */
export function isFindKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey && !shiftKey
}

/** Which way F3 or Ctrl+G steps, the keys of the browser's own search for it; null for other keys. */
export function findStepOf(event: KeyboardEvent): SearchDirection | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (altKey || event.nativeEvent.isComposing) return null
  const isStep = ctrlKey || metaKey ? key.toLowerCase() === 'g' : key === 'F3'
  if (!isStep) return null
  return shiftKey ? 'previous' : 'next'
}
