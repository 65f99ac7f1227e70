import { links as en, type LinksMessages } from './en/links.ts'
import { useLanguage } from './language-context.tsx'
import { links as zhCn } from './zh-cn/links.ts'

const texts = { en, 'zh-CN': zhCn }

/** Words of the page that builds links, in the language chosen; they come with the page, see use-run-messages.ts. */
export function useLinksMessages(): LinksMessages {
  const [language] = useLanguage()
  return texts[language]
}
