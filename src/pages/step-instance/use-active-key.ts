import { useEffect, useRef, useState } from 'react'
import type { ListPlaces } from './list-places.ts'

/**
 * The entry the keys go on from. Opening another host from outside (the back button, a key of the page) takes it
 * along; a late echo of one opened here does not, or fast keys would be thrown back.
 */
export function useActiveKey(openedKey: string | null) {
  const [state, setState] = useState({ key: openedKey, openedKey, passed: [] as readonly string[] })
  if (state.openedKey !== openedKey) {
    const isEcho = openedKey !== null && state.passed.includes(openedKey)
    setState({
      key: isEcho ? state.key : (openedKey ?? state.key),
      openedKey,
      passed: isEcho && openedKey !== state.key ? state.passed : [],
    })
  }
  const setKey = (key: string) =>
    setState((before) => ({ ...before, key, passed: [...before.passed.slice(-99), key] }))
  return [state.key, setKey] as const
}

/** Brings the open host into view when another one is opened, also from a link into 50,000 hosts. */
export function useRevealOpened(
  openedKey: string | null,
  places: ListPlaces,
  ready: boolean,
  reveal: (index: number, center?: boolean) => void,
): void {
  const revealed = useRef<string | null>(null)
  useEffect(() => {
    if (!ready || openedKey === null || revealed.current === openedKey) return
    const index = places.indexOf(openedKey)
    if (index < 0) return
    reveal(index, revealed.current === null)
    revealed.current = openedKey
  }, [openedKey, places, ready, reveal])
}
