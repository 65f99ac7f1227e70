import { find as en, type FindMessages } from './en/find.ts'
import { useLanguage } from './language-context.tsx'
import { find as zhCn } from './zh-cn/find.ts'

const texts = { en, 'zh-CN': zhCn }

/** Words of the start page, in the language chosen; they come with the page, see use-run-messages.ts. */
export function useFindMessages(): FindMessages {
  const [language] = useLanguage()
  return texts[language]
}
