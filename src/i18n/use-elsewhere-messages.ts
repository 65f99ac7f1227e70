import { type ElsewhereMessages, elsewhere as en } from './en/elsewhere.ts'
import { useLanguage } from './language-context.tsx'
import { elsewhere as zhCn } from './zh-cn/elsewhere.ts'

const texts = { en, 'zh-CN': zhCn }

/** Words for links that do not lead where they say; they come when needed, see use-run-messages.ts. */
export function useElsewhereMessages(): ElsewhereMessages {
  const [language] = useLanguage()
  return texts[language]
}
