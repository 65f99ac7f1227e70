import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Shared } from './shared.ts'
import { wecomCard, wecomMarkdown } from './wecom.ts'

/** As WeCom's document has it: a limit that is only compared with itself may be any. */
const wecomMarkdownBytes = 4096

const words = { open: 'Open', moreLines: (lineCount: number) => `… ${lineCount} more` }

const failure: Shared = {
  title: '升级 game-server 至 2.4.1',
  state: { tone: 'bad', word: 'Failed' },
  facts: [{ label: 'Hosts', value: '7 of 2,000 failed' }],
  quote: { title: 'First error on 10.0.0.1', text: 'ERROR cannot render\nat main\n' },
  url: 'https://joblens.example.com/biz/2/job-instances/1/steps/2?host=17&line=12',
}

const length = (text: string) => [...text].length
const bytes = (text: string) => new TextEncoder().encode(text).length

interface Card {
  readonly msgtype: string
  readonly template_card: {
    readonly main_title: { readonly title: string; readonly desc: string }
    readonly quote_area?: { readonly title: string; readonly quote_text: string; readonly url: string }
    readonly horizontal_content_list: readonly { readonly keyname: string; readonly value: string }[]
    readonly jump_list: readonly { readonly title: string; readonly url: string }[]
    readonly card_action: { readonly type: number; readonly url: string }
  }
}

const readCard = (text: string) => (JSON.parse(text) as Card).template_card
const readContent = (text: string) =>
  (JSON.parse(text) as { readonly markdown: { readonly content: string } }).markdown.content

test('a card says what, how and where', () => {
  const card = readCard(wecomCard(failure, words))
  expect(card.main_title).toEqual({ title: '✗ 升级 game-server 至 2.4.1', desc: 'Failed' })
  expect(card.horizontal_content_list).toEqual([{ keyname: 'Hosts', value: '7 of 2,000 failed' }])
  expect(card.quote_area?.quote_text).toBe('ERROR cannot render\nat main')
  expect(card.card_action).toEqual({ type: 1, url: failure.url })
})

test('a time in a zone of half hours keeps its zone, and gives up its seconds', () => {
  const facts = [{ label: 'Began', value: '2026-11-23 02:44:58 GMT+5:30' }]
  const [began] = readCard(wecomCard({ ...failure, facts }, words)).horizontal_content_list
  expect(began?.value).toBe('2026-11-23 02:44 GMT+5:30')
})

test('a message quotes whole lines, and says how many it leaves out', () => {
  expect(readContent(wecomMarkdown(failure, words))).toBe(
    [
      `[✗ 升级 game-server 至 2.4.1](${failure.url}) <font color="warning">Failed</font>`,
      '>Hosts: 7 of 2,000 failed',
      '**First error on 10.0.0.1**',
      '>ERROR cannot render',
      '>at main',
    ].join('\n'),
  )
  const many = Array.from({ length: 500 }, (_, index) => `第 ${index} 行`).join('\n')
  const content = readContent(wecomMarkdown({ ...failure, quote: { title: 'Log', text: many } }, words))
  const shown = content.split('\n').filter((line) => line.startsWith('>第')).length
  expect(content.endsWith(`… ${500 - shown} more`)).toBe(true)
  expect(bytes(content)).toBeLessThanOrEqual(wecomMarkdownBytes)
  expect(shown).toBeGreaterThan(200)
})

test('log text can call nobody and make no link', () => {
  const text = '<@all> [press](https://evil.example) <font color="warning">x</font> `code`'
  const content = readContent(wecomMarkdown({ ...failure, quote: { title: 'Log', text } }, words))
  const quotation = content.slice(content.indexOf('**Log**') + 7)
  expect(quotation).not.toMatch(/<|\]\(/)
  expect(quotation).toContain('＜@all>')
})

test('a bracket in an address does not end its link', () => {
  const url = 'https://joblens.example.com/a(b)/c?find=x)'
  const [head = ''] = readContent(wecomMarkdown({ ...failure, url }, words)).split('\n')
  expect(head).toContain('](https://joblens.example.com/a%28b%29/c?find=x%29)')
})

const anyText = fc.string({ unit: 'grapheme', maxLength: 6000 })

test('whatever the names and lines are, no limit is passed and the way there stays', () => {
  const anyShared = fc.record({
    title: anyText,
    state: fc.option(
      fc.record({ tone: fc.constantFrom('good', 'bad', 'busy', 'idle', 'odd'), word: anyText }),
    ),
    facts: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 9 }),
    quote: fc.option(fc.record({ title: anyText, text: anyText })),
    url: fc.webUrl({ withQueryParameters: true }),
  })
  fc.assert(
    fc.property(anyShared, (shared) => {
      const card = readCard(wecomCard(shared as Shared, words))
      expect(length(card.main_title.title)).toBeLessThanOrEqual(26)
      expect(length(card.main_title.desc)).toBeLessThanOrEqual(30)
      expect(card.horizontal_content_list.length).toBeLessThanOrEqual(6)
      for (const { keyname, value } of card.horizontal_content_list) {
        expect(length(keyname)).toBeLessThanOrEqual(5)
        expect(length(value)).toBeLessThanOrEqual(26)
      }
      expect(length(card.quote_area?.quote_text ?? '')).toBeLessThanOrEqual(112)
      expect(card.card_action.url).toBe(shared.url)
      const content = readContent(wecomMarkdown(shared as Shared, words))
      expect(bytes(content)).toBeLessThanOrEqual(wecomMarkdownBytes)
      expect(content).toContain('http')
    }),
    { numRuns: 60 },
  )
})

test('what is cut is cut between characters, not inside one', () => {
  const card = readCard(wecomCard({ ...failure, title: '😀'.repeat(40) }, words))
  expect(card.main_title.title).toBe(`✗ ${'😀'.repeat(23)}…`)
})
