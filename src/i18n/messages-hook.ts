import type { Messages } from './en/index.ts'
import type { Language } from './language.ts'
import { useLanguage, useMessages } from './language-context.tsx'

/** A hook for texts that come, in every language, with the part that shows them. */
export function messagesHook<Texts>(texts: Readonly<Record<Language, Texts>>): () => Texts {
  return function useTexts() {
    const [language] = useLanguage()
    return texts[language]
  }
}

/**
 * The same beside all texts that are there anyway, for a part that speaks with both: one object per language, so that
 * what is made of it can be kept.
 */
export function wordsHook<Texts extends object>(
  texts: Readonly<Record<Language, Texts>>,
): () => Messages & Texts {
  const joined = new WeakMap<Messages, Messages & Texts>()
  return function useWords() {
    const messages = useMessages()
    const [language] = useLanguage()
    const known = joined.get(messages)
    if (known !== undefined) return known
    // Not a copy: texts of pages may still come into the first ones.
    const words = Object.assign(Object.create(messages) as Messages, texts[language])
    joined.set(messages, words)
    return words
  }
}
