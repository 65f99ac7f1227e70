import type { KeyboardEvent } from 'react'
import type { LogScroll } from './use-log-scroll.ts'

export interface KeyActions extends LogScroll {
  readonly selectWhole: () => void
  /** Answers false when there is nothing of ours to copy; then the browser copies its own selection. */
  readonly copyWhole: () => boolean
  readonly unselect: () => void
}

/** What a key does in the reader; false when it is not ours. */
export function handleLogKey(event: KeyboardEvent, actions: KeyActions): boolean {
  if (event.ctrlKey || event.metaKey) return handleCommand(event.key.toLowerCase(), actions)
  if (event.altKey) return false
  // Keys for the buttons and links inside stay theirs.
  if (event.target !== event.currentTarget && (event.key === 'Enter' || event.key === ' ')) return false
  return handlePlain(event.key, event.shiftKey, actions)
}

function handleCommand(key: string, actions: KeyActions): boolean {
  if (key === 'a') {
    actions.selectWhole()
    return true
  }
  if (key === 'c') return actions.copyWhole()
  if (key === 'home') actions.toLine(0, 'start')
  else if (key === 'end') actions.toEnd()
  else return false
  return true
}

function handlePlain(key: string, shift: boolean, actions: KeyActions): boolean {
  const page = Math.max(1, actions.pageRows() - 1)
  const moves: Readonly<Record<string, () => void>> = {
    ArrowUp: () => actions.byRows(-1),
    ArrowDown: () => actions.byRows(1),
    PageUp: () => actions.byRows(-page),
    PageDown: () => actions.byRows(page),
    ' ': () => actions.byRows(shift ? -page : page),
    Home: () => actions.toLine(0, 'start'),
    End: actions.toEnd,
    g: () => actions.toLine(0, 'start'),
    G: actions.toEnd,
    Escape: actions.unselect,
  }
  const move = moves[key]
  move?.()
  return move !== undefined
}
