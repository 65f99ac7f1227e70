import { pasted as en, type PastedMessages } from './en/pasted.ts'
import { messagesHook } from './messages-hook.ts'
import { pasted as zhCn } from './zh-cn/pasted.ts'

/** Words of a step whose hosts the reader names, in the language chosen; they come with its screen. */
export const usePastedMessages: () => PastedMessages = /* @__PURE__ */ messagesHook({ en, 'zh-CN': zhCn })
