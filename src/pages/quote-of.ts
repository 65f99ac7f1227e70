import type { ShareMessages } from '#i18n'
import type { Shared } from '#ui'
import type { HostQuote } from './use-host-quote.ts'

/** What one target says, for others to read; `text` is its line, masked. */
export function quoteOf(
  quote: HostQuote | null,
  text: string | null,
  words: Pick<ShareMessages, 'firstError' | 'lastLine' | 'noLog'>,
): Shared['quote'] {
  if (quote === null) return null
  const { host, line } = quote
  if (line === null || text === null) return { title: words.noLog(host), text: '' }
  return { title: line.isError ? words.firstError(host) : words.lastLine(host), text }
}
