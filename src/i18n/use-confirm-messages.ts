import { type ConfirmMessages, confirm as en } from './en/confirm.ts'
import { messagesHook } from './messages-hook.ts'
import { confirm as zhCn } from './zh-cn/confirm.ts'

/** Words of a step that waits for a person, in the language chosen; they come with its screen. */
export const useConfirmMessages: () => ConfirmMessages = /* @__PURE__ */ messagesHook({ en, 'zh-CN': zhCn })
