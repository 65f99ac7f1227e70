import type { KeyboardEvent, MouseEvent } from 'react'
import type { HostRow } from './host-rows.ts'
import { type HostSelection, noSelection, reachTo, toggleHost, toggleHosts } from './host-selection.ts'
import type { ListMove } from './list-moves.ts'
import type { GroupEntry, HostEntry, ListEntry, ListPlaces } from './list-places.ts'

/** What the actions act on. */
export interface ListActionsOptions {
  readonly places: ListPlaces
  /** The host whose log is open. */
  readonly openedKey: string | null
  readonly selection: HostSelection
  readonly onSelection: (selection: HostSelection) => void
  readonly onOpen: (row: HostRow) => void
  /** Enter or → on a host: the reader wants to go into its log. */
  readonly onEnter: () => void
  readonly onToggleGroup: (id: string, collapsed: boolean) => void
  /** Keys of a group's hosts that are shown. */
  readonly keysOfGroup: (id: string) => readonly string[]
  /** Keys of all hosts shown, those of shut groups included. */
  readonly shownKeys: () => readonly string[]
}

type GoTo = (key: string) => void

/** What clicks and keys do to the open host, the groups and the selection. `activeKey`: where the keys are. */
export function listActions(options: ListActionsOptions, activeKey: string | null) {
  const { places, openedKey, selection, onSelection, onOpen, onEnter, onToggleGroup } = options
  const toggle = (entry: ListEntry) =>
    onSelection(
      entry.kind === 'host'
        ? toggleHost(selection, entry.key)
        : toggleHosts(selection, options.keysOfGroup(entry.shown.group.id)),
    )
  const reach = (to: string) => onSelection(reachTo(selection, activeKey, to, places.between))
  const shut = ({ shown }: GroupEntry, collapsed: boolean) => onToggleGroup(shown.group.id, collapsed)

  function pressOnGroup(key: string, entry: GroupEntry): boolean {
    if (key === 'Enter') shut(entry, !entry.shown.collapsed)
    else if (key === 'ArrowRight') shut(entry, false)
    else if (key === 'ArrowLeft') shut(entry, true)
    else return false
    return true
  }

  function pressOnHost(key: string, entry: HostEntry, goTo: GoTo): boolean {
    if (key === 'ArrowLeft') return goToHead(entry.key, goTo)
    if (key !== 'Enter' && key !== 'ArrowRight') return false
    if (entry.key !== openedKey) onOpen(entry.row)
    onEnter()
    return true
  }

  function goToHead(key: string, goTo: GoTo): boolean {
    for (let index = places.indexOf(key); index >= 0; index -= 1) {
      const entry = places.at(index)
      if (entry?.kind !== 'group') continue
      goTo(entry.key)
      return true
    }
    return false
  }

  function selectShown(): true {
    const keys = new Set(options.shownKeys())
    onSelection({ keys, anchor: selection.anchor, base: keys })
    return true
  }

  function unselect(): boolean {
    if (selection.keys.size === 0) return false
    onSelection(noSelection)
    return true
  }

  return {
    click(event: MouseEvent, entry: ListEntry): void {
      const isCheck = event.target instanceof Element && event.target.closest('[data-check]') !== null
      if (event.shiftKey && entry.kind === 'host') reach(entry.key)
      else if (isCheck || event.ctrlKey || event.metaKey) toggle(entry)
      else if (entry.kind === 'group') shut(entry, !entry.shown.collapsed)
      else onOpen(entry.row)
    },
    /** Moving with the keys opens, extends the selection, or does neither. */
    go(entry: ListEntry, { mode }: ListMove): void {
      if (entry.kind !== 'host') return
      if (mode === 'open') onOpen(entry.row)
      else if (mode === 'extend') reach(entry.key)
    },
    /** Keys that do not move; answers whether it was one of ours. */
    press({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, active: ListEntry | null, goTo: GoTo): boolean {
      if (altKey) return false
      if (ctrlKey || metaKey) return key.toLowerCase() === 'a' && selectShown()
      if (key === 'Escape') return unselect()
      if (active === null) return false
      if (key !== ' ')
        return active.kind === 'group' ? pressOnGroup(key, active) : pressOnHost(key, active, goTo)
      toggle(active)
      return true
    },
  }
}
