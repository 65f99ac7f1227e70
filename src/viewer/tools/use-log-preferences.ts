import { useCallback, useEffect, useState } from 'react'
import { keep, onKept, readKept } from '#ui'
import { type LogPreferences, readLogPreferences } from './log-preferences.ts'

const name = 'reader'

/** How this person likes logs shown; kept in this browser, for every log that is shown in it. */
export function useLogPreferences(): readonly [LogPreferences, (preferences: LogPreferences) => void] {
  const [preferences, setPreferences] = useState(() => readLogPreferences(readKept(name)))
  useEffect(
    () =>
      onKept(() => {
        const kept = readLogPreferences(readKept(name))
        setPreferences((before) => (isSame(kept, before) ? before : kept))
      }),
    [],
  )
  const change = useCallback((next: LogPreferences) => {
    setPreferences(next)
    keep(name, next)
  }, [])
  return [preferences, change]
}

function isSame(one: LogPreferences, other: LogPreferences): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
