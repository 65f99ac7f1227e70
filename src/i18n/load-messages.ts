import type { Messages } from './en/index.ts'
import type { Language } from './language.ts'

const loaded = new Map<Language, Messages>()

let wantsPageMessages = false

/** Every language whose texts are here, in the order they came. */
export function loadedMessages(): Iterable<readonly [Language, Messages]> {
  return loaded
}

/**
 * Loads one language's texts; each language is a script of its own, so that nobody waits for two. Those of
 * pages on which no log is read come with {@link loadPageMessages}, and are in the same object from then on.
 */
export async function loadMessages(language: Language): Promise<Messages> {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const first =
    language === 'en' ? (await import('./en/index.ts')).en : (await import('./zh-cn/index.ts')).zhCn
  const messages = { ...first } as Messages
  if (wantsPageMessages) await addPageMessages(language, messages)
  loaded.set(language, messages)
  return messages
}

/**
 * Must be awaited before a page without a log is shown; adds its texts in every language loaded so far. A language that is
 * still coming, or comes later, brings them along.
 */
export async function loadPageMessages(): Promise<void> {
  wantsPageMessages = true
  await Promise.all([...loaded].map(([language, messages]) => addPageMessages(language, messages)))
}

async function addPageMessages(language: Language, messages: Messages): Promise<void> {
  const { pages } = language === 'en' ? await import('./en/pages.ts') : await import('./zh-cn/pages.ts')
  Object.assign(messages, pages)
}
