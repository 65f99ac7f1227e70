import { type Language, readerToolsMessages, shareMessages } from '#i18n'
import { markdownOf } from '#log'
import { wecomCard, wecomMarkdown, withoutStickySearch } from '#ui'
import type { LineSelection } from '../rows/line-selection.ts'
import type { ShareChoice } from './copy-choice.ts'

/** Lines of a log on their way to other people. */
export interface LinesToShare {
  readonly language: Language
  /** What the log is called. */
  readonly label: string
  /** 1-based; null for all of them. */
  readonly lines: Pick<LineSelection, 'first' | 'last'> | null
  /** Secrets masked. */
  readonly text: string
  /** Where they can be read; may be relative. The page's own address when not given. */
  readonly href: string | undefined
}

/** The lines in one of the shapes that people share; their address has nothing of this visit in it. */
export function shareLines(
  choice: ShareChoice,
  { language, label, lines, text, href }: LinesToShare,
): string {
  const address = new URL(href ?? window.location.href, window.location.href)
  address.search = withoutStickySearch(address.search)
  const url = address.href
  if (choice === 'link') return url
  if (choice === 'markdown') return markdownOf(text, { title: label, url })
  const { chosen } = readerToolsMessages[language].touch
  const title = lines === null ? '' : chosen(`${lines.first}`, `${lines.last}`)
  const shared = { title: label, state: null, facts: [], quote: { title, text }, url }
  const words = shareMessages[language]
  return choice === 'card' ? wecomCard(shared, words) : wecomMarkdown(shared, words)
}
