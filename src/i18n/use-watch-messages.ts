import { watch as en, type WatchMessages } from './en/watch.ts'
import { messagesHook } from './messages-hook.ts'
import { watch as zhCn } from './zh-cn/watch.ts'

/** Words of the watch list, in the language chosen; they come with it. */
export const useWatchMessages: () => WatchMessages = /* @__PURE__ */ messagesHook({ en, 'zh-CN': zhCn })
