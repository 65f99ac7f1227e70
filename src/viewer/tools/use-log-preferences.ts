import { useCallback, useEffect, useRef, useState } from 'react'
import { keep, onKept, readKept } from '#ui'
import { type LogPreferences, readLogPreferences } from './log-preferences.ts'

const name = 'reader'

/** Changes some of the preferences, given all of them as they are by now. */
export type ChangePreferences = (change: (before: LogPreferences) => Partial<LogPreferences>) => void

/** How this person likes logs shown; kept in this browser, for every log that is shown in it. */
export function useLogPreferences(): readonly [LogPreferences, ChangePreferences] {
  const [preferences, setPreferences] = useState(() => readLogPreferences(readKept(name)))
  useEffect(
    () =>
      onKept(() => {
        const kept = readLogPreferences(readKept(name))
        setPreferences((before) => (isSame(kept, before) ? before : kept))
      }),
    [],
  )
  const newest = useRef(preferences)
  newest.current = preferences
  const change = useCallback<ChangePreferences>((changed) => {
    const next = { ...newest.current, ...changed(newest.current) }
    newest.current = next
    setPreferences(next)
    keep(name, next)
  }, [])
  return [preferences, change]
}

function isSame(one: LogPreferences, other: LogPreferences): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
