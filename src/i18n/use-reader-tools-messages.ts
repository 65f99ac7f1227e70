import { readerTools as en, type ReaderToolsMessages } from './en/reader-tools.ts'
import type { Language } from './language.ts'
import { messagesHook } from './messages-hook.ts'
import { readerTools as zhCn } from './zh-cn/reader-tools.ts'

/** Words of what is around the lines of a log in every language, for where no component is. */
export const readerToolsMessages: Readonly<Record<Language, ReaderToolsMessages>> = { en, 'zh-CN': zhCn }

/** Words of what is around the lines of a log, in the language chosen; they come with the tools, after the lines. */
export const useReaderToolsMessages: () => ReaderToolsMessages =
  /* @__PURE__ */ messagesHook(readerToolsMessages)
