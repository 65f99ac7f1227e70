import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { browserTimeZone } from './browser-time-zone.ts'
import type { Messages } from './en/index.ts'
import type { Language } from './language.ts'
import { loadedMessages, loadMessages } from './load-messages.ts'

interface LanguageState {
  readonly language: Language
  readonly messages: Messages
  /** IANA zone in which times are shown. */
  readonly timeZone: string
  readonly setLanguage: (language: Language) => void
  readonly setTimeZone: (timeZone: string) => void
}

export interface LanguageProviderProps {
  readonly initialLanguage: Language
  /** The texts of `initialLanguage`, loaded before the first render so that no other language flashes. */
  readonly initialMessages: Messages
  /** IANA zone; the browser's own when not given. */
  readonly initialTimeZone?: string
  readonly onLanguageChange?: (language: Language) => void
  readonly onTimeZoneChange?: (timeZone: string) => void
  readonly children: ReactNode
}

const noChange = (): void => undefined

const LanguageContext = createContext<LanguageState | null>(null)

let alone: LanguageState | null = null

export function LanguageProvider({
  initialLanguage,
  initialMessages,
  initialTimeZone,
  onLanguageChange = noChange,
  onTimeZoneChange = noChange,
  children,
}: LanguageProviderProps) {
  const [spoken, setSpoken] = useState({ language: initialLanguage, messages: initialMessages })
  const [timeZone, setZone] = useState(initialTimeZone ?? browserTimeZone)
  const wanted = useRef(initialLanguage)
  const setLanguage = useCallback(
    (language: Language) => {
      wanted.current = language
      loadMessages(language).then(
        (messages) => {
          // Texts that are there already overtake those that have to be fetched.
          if (wanted.current !== language) return
          setSpoken({ language, messages })
          // Before anything is asked again: questions to the gateway name the language of the page.
          document.documentElement.lang = language
          onLanguageChange(language)
        },
        // The texts could not be fetched: the language stays as it is, and the switch with it.
        noChange,
      )
    },
    [onLanguageChange],
  )
  const setTimeZone = useCallback(
    (zone: string) => {
      setZone(zone)
      onTimeZoneChange(zone)
    },
    [onTimeZoneChange],
  )
  useEffect(() => {
    document.documentElement.lang = spoken.language
  }, [spoken.language])
  const state = useMemo(
    () => ({ ...spoken, timeZone, setLanguage, setTimeZone }),
    [spoken, timeZone, setLanguage, setTimeZone],
  )
  return <LanguageContext value={state}>{children}</LanguageContext>
}

/** Without a provider a part can be shown alone, in any language whose texts are there; throws when none are. */
function useLanguageState(): LanguageState {
  const state = useContext(LanguageContext)
  if (state !== null) return state
  const [first] = loadedMessages()
  if (first === undefined) throw new Error('No language was loaded')
  const [language, messages] = first
  // Asked for by every part of every row: the browser takes longer to tell its zone than to paint a row.
  if (alone?.messages !== messages) {
    alone = {
      language,
      messages,
      timeZone: browserTimeZone(),
      setLanguage: noChange,
      setTimeZone: noChange,
    }
  }
  return alone
}

/** Every text in the language chosen: `useMessages().status.runStatusWord(3)`. */
export function useMessages(): Messages {
  return useLanguageState().messages
}

/** The language chosen, and its setter (which loads the texts first, so nothing is half translated). */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const { language, setLanguage } = useLanguageState()
  return [language, setLanguage]
}

/** The IANA zone times are shown in, and its setter. */
export function useTimeZone(): readonly [string, (timeZone: string) => void] {
  const { timeZone, setTimeZone } = useLanguageState()
  return [timeZone, setTimeZone]
}
