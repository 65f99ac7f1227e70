import { history as en, type HistoryMessages } from './en/history.ts'
import { useLanguage } from './language-context.tsx'
import { history as zhCn } from './zh-cn/history.ts'

const texts = { en, 'zh-CN': zhCn }

/** Words of the history page, in the language chosen; they come with the page, see use-run-messages.ts. */
export function useHistoryMessages(): HistoryMessages {
  const [language] = useLanguage()
  return texts[language]
}
