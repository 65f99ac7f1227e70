import type { Messages } from './en/index.ts'
import { transfer as en, type TransferMessages } from './en/transfer.ts'
import { wordsHook } from './messages-hook.ts'
import { transfer as zhCn } from './zh-cn/transfer.ts'

interface TransferTexts {
  readonly transfer: TransferMessages
}

/** All texts with those of file transfers, which come with their screen. */
export type TransferWords = Messages & TransferTexts

/** {@link TransferWords} in the language chosen. */
export const useTransferWords: () => TransferWords = /* @__PURE__ */ wordsHook<TransferTexts>({
  en: { transfer: en },
  'zh-CN': { transfer: zhCn },
})
