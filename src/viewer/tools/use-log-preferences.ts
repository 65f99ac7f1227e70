import { useCallback, useState } from 'react'
import { keep, readKept } from '#ui'
import { type LogPreferences, readLogPreferences } from './log-preferences.ts'

const name = 'reader'

/** How this person likes logs shown; kept in this browser, for every log. */
export function useLogPreferences(): readonly [LogPreferences, (preferences: LogPreferences) => void] {
  const [preferences, setPreferences] = useState(() => readLogPreferences(readKept(name)))
  const change = useCallback((next: LogPreferences) => {
    setPreferences(next)
    keep(name, next)
  }, [])
  return [preferences, change]
}
