/** What a copied text is and where it can be read again; `url` is null where there is no address. */
export interface MarkdownSource {
  readonly title: string
  readonly url: string | null
}

/**
 * A text as a fenced block of Markdown under its title, which is the link. Nothing in the text can end the block:
 * the fence is longer than any run of backticks in it. A title cannot break out of its link either.
 */
export function markdownOf(text: string, { title, url }: MarkdownSource): string {
  const fence = '`'.repeat(Math.max(3, longestBackticks(text) + 1))
  const label = escapeLabel(title)
  const head = url === null ? `**${label}**` : `[${label}](<${escapeAddress(url)}>)`
  return `${head}\n\n${fence}text\n${text.replace(/\n$/, '')}\n${fence}\n`
}

function longestBackticks(text: string): number {
  let longest = 0
  for (const run of text.matchAll(/`+/g)) longest = Math.max(longest, run[0].length)
  return longest
}

function escapeLabel(title: string): string {
  return title.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>!&~|#]/g, '\\$&')
}

/** Between angle brackets only these would end the address. */
function escapeAddress(url: string): string {
  return url.replaceAll(/[\s<>\\]/g, encodeURIComponent)
}
