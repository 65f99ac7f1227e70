import { markedTitle, type Shared, type ShareWords } from './shared.ts'
import type { Tone } from './tone.ts'

/*
 * Messages as WeCom's push webhook of a group takes them, ready to be posted. Its limits are those of its document
 * "消息推送配置说明" (developer.work.weixin.qq.com/document/path/99110, 7 August 2025): characters for the parts of a
 * card, bytes of UTF-8 for the text of a message. What is longer is cut here, where it can still say so; WeCom refuses it.
 */

/** Longest parts of a card of kind `text_notice`, in characters. */
const longest = { title: 26, desc: 30, keyName: 5, value: 26, jump: 13, quote: 112 } as const
const mostFacts = 6

/** Longest text of a Markdown message, in bytes. */
const wecomMarkdownBytes = 4096

/** Colour of a card's first line: 0 grey, 2 red, 3 green. */
const colours: Readonly<Record<Tone, number>> = { good: 3, bad: 2, busy: 0, idle: 0, odd: 0 }

/** A card: title, state, up to six facts, the beginning of the quotation; all of it is a link. JSON. */
export function wecomCard(shared: Shared, words: ShareWords): string {
  const { state, facts, quote, url } = shared
  const desc = state?.word ?? quote?.title ?? ''
  return json({
    msgtype: 'template_card',
    template_card: {
      card_type: 'text_notice',
      source: { desc: 'Joblens', desc_color: state === null ? 0 : colours[state.tone] },
      main_title: { title: cut(markedTitle(shared), longest.title), desc: cut(desc, longest.desc) },
      ...(quote === null
        ? {}
        : {
            quote_area: {
              type: 1,
              url,
              title: cut(quote.title, longest.desc),
              quote_text: cut(quote.text.trim(), longest.quote),
            },
          }),
      horizontal_content_list: facts.slice(0, mostFacts).map(({ label, value }) => ({
        keyname: cut(label, longest.keyName),
        value: cut(withoutSeconds(value), longest.value),
      })),
      jump_list: [{ type: 1, url, title: cut(words.open, longest.jump) }],
      card_action: { type: 1, url },
    },
  })
}

/** A Markdown message of the kinds every WeCom client shows, with as many lines of the quotation as fit. JSON. */
export function wecomMarkdown(shared: Shared, words: ShareWords): string {
  return json({ msgtype: 'markdown', markdown: { content: fitted(shared, words) } })
}

function fitted(shared: Shared, words: ShareWords): string {
  const { quote, facts, url } = shared
  const lines = quote === null || quote.text === '' ? [] : quote.text.replace(/\n$/, '').split('\n')
  const head = headOf(shared)
  const listed = facts.map(({ label, value }) => `>${plain(label)}: ${plain(value)}`)
  const title = quote === null ? [] : [`**${plain(quote.title)}**`]
  const quoting = (count: number): string => {
    const left = lines.length - count
    return [
      ...head,
      ...listed,
      ...title,
      ...lines.slice(0, count).map(quoted),
      ...(left > 0 ? [words.moreLines(left)] : []),
    ].join('\n')
  }
  const count = mostThatFit(lines.length, (some) => fits(quoting(some)))
  if (count !== null) return quoting(count)
  // An address of thousands of characters: without it nothing leads there, so all else gives way first.
  return fits(head.join('\n')) ? head.join('\n') : cutBytes(url)
}

/** Characters; all the rest needs room too. */
const longestTitle = 120

/** A title is one link; a state is coloured as WeCom's three colours allow. */
function headOf({ state, url, ...rest }: Shared): readonly string[] {
  const title = plain(markedTitle({ state, url, ...rest }))
    .replaceAll('[', '［')
    .replaceAll(']', '］')
  const link = `[${cut(title, longestTitle)}](${url.replaceAll(/[\s()<>]/g, percentEncoded)})`
  if (state === null) return [link]
  const colour = { good: 'info', bad: 'warning', busy: 'comment', idle: 'comment', odd: 'comment' }[
    state.tone
  ]
  return [`${link} <font color="${colour}">${plain(state.word)}</font>`]
}

/** encodeURIComponent leaves brackets as they are, and one would end the link. */
function percentEncoded(character: string): string {
  return encodeURIComponent(character).replace('(', '%28').replace(')', '%29')
}

/** The largest count for which `holds`, `null` when not even 0 does; `holds` may only turn from true to false. */
function mostThatFit(most: number, holds: (count: number) => boolean): number | null {
  if (!holds(0)) return null
  let low = 0
  let high = most
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

const encoder = new TextEncoder()

function fits(text: string): boolean {
  return encoder.encode(text).length <= wecomMarkdownBytes
}

function cutBytes(text: string): string {
  const { read } = encoder.encodeInto(text, new Uint8Array(wecomMarkdownBytes))
  return text.slice(0, read)
}

function quoted(line: string): string {
  return `>${plain(line)}`
}

/**
 * WeCom's Markdown knows no escapes, and `<@all>` in it calls everybody: what begins a mention or a tag, or ends the
 * text of a link, is written with its full-width twin, which looks alike and does nothing.
 */
function plain(text: string): string {
  return text.replaceAll('<', '＜').replaceAll('](', '］(').replaceAll(/\s/g, ' ')
}

/** A cut zone is a wrong one ("GMT+5…" of GMT+5:30): what is too long for a card rather does without its seconds. */
function withoutSeconds(value: string): string {
  return [...value].length <= longest.value
    ? value
    : value.replaceAll(/(\d{2}:\d{2}):\d{2}(?= (?:GMT|UTC))/g, '$1')
}

/** By characters as people count them, not by UTF-16 units. */
function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
