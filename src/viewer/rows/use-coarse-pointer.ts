import { useSyncExternalStore } from 'react'

const coarse = matchMedia('(pointer: coarse)')

/** The pointer at hand is a finger: what is to be hit has to be larger. */
export function useCoarsePointer(): boolean {
  return useSyncExternalStore(subscribe, () => coarse.matches)
}

function subscribe(listener: () => void): () => void {
  coarse.addEventListener('change', listener)
  return () => coarse.removeEventListener('change', listener)
}
