import { type AwaitedMessages, awaited as en } from './en/awaited.ts'
import { messagesHook } from './messages-hook.ts'
import { awaited as zhCn } from './zh-cn/awaited.ts'

/** Words for what takes long, in the language chosen; they come with what shows them. */
export const useAwaitedMessages: () => AwaitedMessages = /* @__PURE__ */ messagesHook({ en, 'zh-CN': zhCn })
