import { share as en, type ShareMessages } from './en/share.ts'
import type { Language } from './language.ts'
import { messagesHook } from './messages-hook.ts'
import { share as zhCn } from './zh-cn/share.ts'

/** Words of what is shared in every language, for where no component is. */
export const shareMessages: Readonly<Record<Language, ShareMessages>> = { en, 'zh-CN': zhCn }

/** Words of what is shared, in the language chosen; they come with the panel. */
export const useShareMessages: () => ShareMessages = /* @__PURE__ */ messagesHook(shareMessages)
