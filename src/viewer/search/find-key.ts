import type { KeyboardEvent } from 'react'

/** The key that opens the search of the browser: from the reader it opens ours. */
export function isFindKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey && !shiftKey
}
