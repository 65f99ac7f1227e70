import type { Language } from './language.ts'
import { useLanguage } from './language-context.tsx'

/** A hook for texts that come, in every language, with the part that shows them. */
export function messagesHook<Texts>(texts: Readonly<Record<Language, Texts>>): () => Texts {
  return function useTexts() {
    const [language] = useLanguage()
    return texts[language]
  }
}
