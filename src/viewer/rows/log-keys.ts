import type { KeyboardEvent } from 'react'
import type { RowScroll } from './use-row-scroll.ts'

/** What the keys of the reader can do. The sheet under `?` lists them. */
export interface KeyActions {
  readonly scroll: RowScroll
  readonly toTop: () => void
  readonly toEnd: () => void
  readonly selectWhole: () => void
  /** Copies what is selected; false when there is nothing of ours, so that the browser may copy its own. */
  readonly copy: () => boolean
  /** Gives up the selection; false when there is none. */
  readonly unselect: () => boolean
  /** Folds or unfolds what begins at the chosen line; false when nothing does. */
  readonly toggleFold: () => boolean
  /** Chooses the line after or before the chosen one; `extend` adds it. */
  readonly moveLine: (step: 1 | -1, extend: boolean) => void
  readonly openSearch: () => void
  readonly findMatch: (direction: 'next' | 'previous') => void
  readonly findError: (direction: 'next' | 'previous') => void
  readonly askForLine: () => void
  readonly toggleWrap: () => void
  readonly toggleFollow: () => void
  readonly showKeys: () => void
}

/** Does what a key means in the reader; false when it is not ours. */
export function handleLogKey(event: KeyboardEvent, actions: KeyActions): boolean {
  if (event.altKey) return false
  if (event.ctrlKey || event.metaKey) return handleCommand(event, actions)
  // Keys for the buttons and links inside stay theirs.
  const isOnControl = event.target instanceof Element && event.target.closest('a, button') !== null
  if (isOnControl && (event.key === 'Enter' || event.key === ' ')) return false
  const act = plainKeys(actions, event.shiftKey)[event.key]
  return act !== undefined && act() !== false
}

function handleCommand(event: KeyboardEvent, actions: KeyActions): boolean {
  const key = event.key.toLowerCase()
  // With Shift a letter is the browser's: its inspector, its tabs, its add-ons.
  if (event.shiftKey && key.length === 1) return false
  if (key === 'c') return actions.copy()
  const act = {
    a: actions.selectWhole,
    f: actions.openSearch,
    home: actions.toTop,
    end: actions.toEnd,
  }[key]
  act?.()
  return act !== undefined
}

/** A key that answers false was not for us this time. */
type Keys = Readonly<Record<string, (() => unknown) | undefined>>

function plainKeys(actions: KeyActions, shift: boolean): Keys {
  const { scroll, moveLine, findMatch, findError } = actions
  const page = Math.max(1, scroll.pageRows() - 1)
  return {
    ArrowUp: () => (shift ? moveLine(-1, true) : scroll.byRows(-1)),
    ArrowDown: () => (shift ? moveLine(1, true) : scroll.byRows(1)),
    PageUp: () => scroll.byRows(-page),
    PageDown: () => scroll.byRows(page),
    ' ': () => scroll.byRows(shift ? -page : page),
    Home: actions.toTop,
    End: actions.toEnd,
    g: actions.toTop,
    G: actions.toEnd,
    j: () => moveLine(1, false),
    k: () => moveLine(-1, false),
    J: () => moveLine(1, true),
    K: () => moveLine(-1, true),
    Enter: actions.toggleFold,
    '/': actions.openSearch,
    n: () => findMatch('next'),
    N: () => findMatch('previous'),
    e: () => findError('next'),
    E: () => findError('previous'),
    ':': actions.askForLine,
    w: actions.toggleWrap,
    f: actions.toggleFollow,
    '?': actions.showKeys,
    Escape: actions.unselect,
  }
}
