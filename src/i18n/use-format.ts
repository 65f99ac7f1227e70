import type { Messages } from './en/index.ts'
import { createFormat, type Format } from './format.ts'
import type { Language } from './language.ts'
import { useLanguage, useMessages, useTimeZone } from './language-context.tsx'

const made = new WeakMap<Messages, Map<string, Format>>()

/** Formats are made once for all who use them: their parts cost the browser more than what they format. */
function formatOf(language: Language, timeZone: string, messages: Messages): Format {
  const byZone = made.get(messages) ?? new Map<string, Format>()
  made.set(messages, byZone)
  const known = byZone.get(timeZone)
  if (known !== undefined) return known
  const format = createFormat(language, timeZone, messages)
  byZone.set(timeZone, format)
  return format
}

/** The formats of the chosen language and time zone. */
export function useFormat(): Format {
  const [language] = useLanguage()
  const [timeZone] = useTimeZone()
  const messages = useMessages()
  return formatOf(language, timeZone, messages)
}
