import { runningLogs as en, type RunningLogsMessages } from './en/running-logs.ts'
import { messagesHook } from './messages-hook.ts'
import { runningLogs as zhCn } from './zh-cn/running-logs.ts'

/** Words of the stragglers of a running step and of the look at all its logs, in the language chosen. */
export const useRunningLogsMessages: () => RunningLogsMessages = /* @__PURE__ */ messagesHook({
  en,
  'zh-CN': zhCn,
})
