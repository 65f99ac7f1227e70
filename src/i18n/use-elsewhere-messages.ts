import { type ElsewhereMessages, elsewhere as en } from './en/elsewhere.ts'
import { useLanguage } from './language-context.tsx'
import { elsewhere as zhCn } from './zh-cn/elsewhere.ts'

const texts = { en, 'zh-CN': zhCn }

/** Words for an execution that is not where its link says; they come when needed, see use-run-messages.ts. */
export function useElsewhereMessages(): ElsewhereMessages {
  const [language] = useLanguage()
  return texts[language]
}
