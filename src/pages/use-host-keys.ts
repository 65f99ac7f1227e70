import { useEffect, useRef } from 'react'
import { isFreeKey } from '#ui'

/** What the page's own keys do. */
export interface HostKeys {
  /** Another host in list order: 1 the next one, -1 the one before. */
  readonly step: (direction: 1 | -1) => void
  /** Another failed host. */
  readonly stepFailed: (direction: 1 | -1) => void
}

/**
 * Keys that work anywhere on the page: Alt+↑ and Alt+↓ for the host before and after, `[` and `]` for failed ones.
 * None of them is a key of the reader. Where text is typed they are left alone.
 */
export function useHostKeys(keys: HostKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      if (!isFreeKey(event)) return
      const move = readKey(event)
      if (move === null) return
      event.preventDefault()
      latest.current[move.what](move.direction)
    }
    document.addEventListener('keydown', handleKeyDown)
    return () => document.removeEventListener('keydown', handleKeyDown)
  }, [])
}

interface Move {
  readonly what: keyof HostKeys
  readonly direction: 1 | -1
}

function readKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): Move | null {
  if (ctrlKey || metaKey || shiftKey) return null
  if (altKey && key === 'ArrowDown') return { what: 'step', direction: 1 }
  if (altKey && key === 'ArrowUp') return { what: 'step', direction: -1 }
  if (!altKey && key === ']') return { what: 'stepFailed', direction: 1 }
  if (!altKey && key === '[') return { what: 'stepFailed', direction: -1 }
  return null
}
