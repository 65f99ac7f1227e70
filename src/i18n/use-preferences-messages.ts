import { preferences as en, type PreferencesMessages } from './en/preferences.ts'
import { messagesHook } from './messages-hook.ts'
import { preferences as zhCn } from './zh-cn/preferences.ts'

/** Words of the preferences, in the language chosen; they come with the panel. */
export const usePreferencesMessages: () => PreferencesMessages = /* @__PURE__ */ messagesHook({
  en,
  'zh-CN': zhCn,
})
