import { useMemo } from 'react'
import { createFormat, type Format } from './format.ts'
import { useLanguage, useMessages, useTimeZone } from './language-context.tsx'

/** The formats of the chosen language and time zone. */
export function useFormat(): Format {
  const [language] = useLanguage()
  const [timeZone] = useTimeZone()
  const messages = useMessages()
  return useMemo(() => createFormat(language, timeZone, messages), [language, timeZone, messages])
}
