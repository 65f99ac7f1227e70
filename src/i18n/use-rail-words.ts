import type { Messages } from './en/index.ts'
import { rail as en, type RailMessages } from './en/rail.ts'
import type { Language } from './language.ts'
import { wordsHook } from './messages-hook.ts'
import { rail as zhCn } from './zh-cn/rail.ts'

/** Words of the list of hosts in every language, for where no component is. */
export const railMessages: Readonly<Record<Language, RailMessages>> = { en, 'zh-CN': zhCn }

interface RailTexts {
  readonly rail: RailMessages
}

/** All texts with those of the list of hosts, which come with the list, after the log. */
export type RailWords = Messages & RailTexts

/** {@link RailWords} in the language chosen. */
export const useRailWords: () => RailWords = /* @__PURE__ */ wordsHook<RailTexts>({
  en: { rail: en },
  'zh-CN': { rail: zhCn },
})
