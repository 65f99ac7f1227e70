export { browserTimeZone } from './browser-time-zone.ts'
export type { Code, CodeWords } from './code-words.ts'
export type { FindMessages } from './en/find.ts'
export type { Messages } from './en/index.ts'
export type { KeysMessages } from './en/keys.ts'
export type { LinksMessages } from './en/links.ts'
export type { ShareMessages } from './en/share.ts'
export type { Format } from './format.ts'
export { type Language, type LanguageHints, languages, pickLanguage, toLanguage } from './language.ts'
export {
  LanguageProvider,
  type LanguageProviderProps,
  useLanguage,
  useMessages,
  useTimeZone,
} from './language-context.tsx'
export { loadMessages, loadPageMessages } from './load-messages.ts'
export { type AdviceTable, useAdvice } from './use-advice.ts'
export { useElsewhereMessages } from './use-elsewhere-messages.ts'
export { useEmbedMessages } from './use-embed-messages.ts'
export { useFindMessages } from './use-find-messages.ts'
export { useFormat } from './use-format.ts'
export { useHistoryMessages } from './use-history-messages.ts'
export { useKeysMessages } from './use-keys-messages.ts'
export { useLinksMessages } from './use-links-messages.ts'
export { usePreferencesMessages } from './use-preferences-messages.ts'
export { useRunMessages } from './use-run-messages.ts'
export { shareMessages, useShareMessages } from './use-share-messages.ts'
export { useSignInMessages } from './use-sign-in-messages.ts'
export { useWatchMessages } from './use-watch-messages.ts'
export { namedZones, otherZones, type ZoneChoice } from './zones.ts'
