import { type EmbedMessages, embed as en } from './en/embed.ts'
import { useLanguage } from './language-context.tsx'
import { embed as zhCn } from './zh-cn/embed.ts'

const texts = { en, 'zh-CN': zhCn }

/** Words of Joblens in a frame, in the language chosen; they come with what a frame needs, see use-run-messages.ts. */
export function useEmbedMessages(): EmbedMessages {
  const [language] = useLanguage()
  return texts[language]
}
