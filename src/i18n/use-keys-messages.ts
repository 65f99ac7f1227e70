import { keys as en, type KeysMessages } from './en/keys.ts'
import { messagesHook } from './messages-hook.ts'
import { keys as zhCn } from './zh-cn/keys.ts'

/** Words of the sheet of keys, in the language chosen; they come with the sheet. */
export const useKeysMessages: () => KeysMessages = /* @__PURE__ */ messagesHook({ en, 'zh-CN': zhCn })
