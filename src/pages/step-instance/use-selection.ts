import { useState } from 'react'
import { type HostSelection, noSelection } from './host-selection.ts'
import { readSelection, writeSelection } from './selection-text.ts'

/** The chosen hosts, how to change them, and whether the link holds them. */
export interface UsedSelection {
  readonly selection: HostSelection
  readonly onSelection: (selection: HostSelection) => void
  readonly isInLink: boolean
}

/**
 * The selection of a link, and from then on what is chosen here; `onText` writes it into the link, `''` when it is too
 * large for one. A link that changes by itself (the back button) counts more than what was chosen.
 */
export function useSelection(text: string, onText: (text: string) => void): UsedSelection {
  const [state, setState] = useState(() => ({ selection: selectionOf(text), text, isInLink: true }))
  if (state.text !== text) setState({ selection: selectionOf(text), text, isInLink: true })
  const onSelection = (selection: HostSelection) => {
    const written = writeSelection(selection.keys)
    setState({ selection, text: written ?? '', isInLink: written !== null })
    if (written !== text) onText(written ?? '')
  }
  return { selection: state.selection, onSelection, isInLink: state.isInLink }
}

function selectionOf(text: string): HostSelection {
  const keys = new Set(readSelection(text))
  return keys.size === 0 ? noSelection : { ...noSelection, keys, base: keys }
}
