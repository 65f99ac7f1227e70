import { runs as en, type RunMessages } from './en/runs.ts'
import { useLanguage } from './language-context.tsx'
import { runs as zhCn } from './zh-cn/runs.ts'

const texts = { en, 'zh-CN': zhCn }

/**
 * Words about runs of the same job, in the language chosen. Not among the messages of every page: those are part of
 * what loads before the first log line (product, section 13), and these come with the pages that show them.
 */
export function useRunMessages(): RunMessages {
  const [language] = useLanguage()
  return texts[language]
}
