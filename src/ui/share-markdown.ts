import { markedTitle, type Shared } from './shared.ts'

/**
 * A summary in Markdown (CommonMark): the title is the link, facts a list, the quotation a fenced block. Nothing in
 * names or log text can end its place: they are escaped, and the fence is longer than any run of backticks in it.
 */
export function markdownOfShared(shared: Shared): string {
  const { state, facts, quote, url } = shared
  const head = `**[${escaped(markedTitle(shared))}](<${escapedAddress(url)}>)**`
  const parts = [
    state === null ? head : `${head} · ${escaped(state.word)}`,
    facts.map(({ label, value }) => `- ${escaped(label)}: ${escaped(value)}`).join('\n'),
    ...(quote === null ? [] : [escaped(quote.title)]),
    ...(quote === null || quote.text === '' ? [] : [fenced(quote.text)]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text.replace(/\n$/, '')}\n${fence}`
}

function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>!&~|#]/g, '\\$&')
}

/** Between angle brackets only these would end the address. */
function escapedAddress(url: string): string {
  return url.replaceAll(/[\s<>\\]/g, encodeURIComponent)
}
