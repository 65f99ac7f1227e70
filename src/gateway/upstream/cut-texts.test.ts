import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from './cut-json.ts'
import { cutLargeTexts, cutTexts, type Texts } from './cut-texts.ts'
import { parseLossless } from './lossless-json.ts'

/* Taking texts out of an answer changes nothing about it: the same values as JSON.parse gives, the same refusals. */

/** The JSON with its texts back in their places. */
function restored(value: unknown, texts: Texts): unknown {
  const text = texts.of(value)
  if (text !== undefined) return text.toString('utf8')
  if (Array.isArray(value)) return value.map((each) => restored(each, texts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, restored(each, texts)]))
}

function parseWithoutTexts(body: Buffer): { readonly json: unknown; readonly texts: Texts } {
  const { json, texts } = cutTexts(body)
  return { json: parseLossless(textOf(json, 0)), texts }
}

function read(body: string | Buffer): unknown {
  const { json, texts } = parseWithoutTexts(Buffer.from(body))
  return wellFormed(restored(json, texts))
}

/** Bytes cannot hold half a surrogate pair, and neither can any of our answers. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return Buffer.from(value).toString('utf8')
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, wellFormed(each)]))
}

/** A string as JSON, each character the plain way or as an escape. */
const written = (text: string, asEscape: (index: number) => boolean) =>
  `"${[...Array(text.length).keys()]
    .map((index) => {
      const plain = JSON.stringify(text.charAt(index)).slice(1, -1)
      if (!asEscape(index)) return plain
      return `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`
    })
    .join('')}"`

const logText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\n',
      '\r',
      '\t',
      '\b',
      '\f',
      '\u001b',
      '\u0000',
      '"',
      '\\',
      '/',
      'a',
      '日',
      'é',
      '😀',
      '\ud83d',
      '\ude00',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
})
const jsonOfText = fc
  .tuple(logText, fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }))
  .map(([text, escaped]) => written(text, (index) => escaped[index % escaped.length] === true))
const name = fc.constantFrom(
  '"log_content"',
  '"log_content"',
  '"log\\u005fcontent"',
  '"a"',
  '"\\"log_content"',
  '"log_content\\""',
  '"ip"',
)

/** Objects within lists within objects, with these blanks between their parts. */
const bodies = (blank: fc.Arbitrary<string>) =>
  fc.letrec<{ value: string; body: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      jsonOfText,
      fc.constantFrom('null', 'true', '-1.5e3', '12345678901234567890', '""', '"log_content"'),
      fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
      tie('body'),
    ),
    body: fc
      .array(fc.tuple(name, blank, blank, tie('value')), { maxLength: 5 })
      .map(
        (members) =>
          `{${members.map(([key, before, after, value]) => `${key}${before}:${after}${value}`).join(',')}}`,
      ),
  })).body

test('whatever the answer, it says what it says when it is parsed whole', () => {
  fc.assert(
    fc.property(bodies(fc.constantFrom('', ' ', '\n\t', '\r\n  ')), (text) => {
      expect(read(text)).toEqual(wellFormed(parseLossless(Buffer.from(text).toString('utf8'))))
    }),
    { numRuns: 2000 },
  )
})

test('whatever is broken in an answer, it is refused exactly when it is refused whole', () => {
  const broken = fc.tuple(
    // No bare control character, which may come to stand in a text: those are taken as they are.
    bodies(fc.constantFrom('', ' ')),
    fc.nat(),
    fc.constantFrom('', '"', '\\', '\\u12', 'x', '}', ',', '\\"'),
    fc.nat(2),
  )
  fc.assert(
    fc.property(broken, ([text, place, insert, drop]) => {
      const at = place % (text.length + 1)
      const mutant = Buffer.from(text.slice(0, at) + insert + text.slice(at + drop)).toString('utf8')
      let whole: unknown
      try {
        whole = wellFormed(parseLossless(mutant))
      } catch {
        expect(() => read(mutant)).toThrow()
        return
      }
      expect(read(mutant)).toEqual(whole)
    }),
    { numRuns: 4000 },
  )
})

test('texts are bytes, everything else is not', () => {
  const { json, texts } = parseWithoutTexts(
    Buffer.from(
      '{"log_content":"\\u4e2d\\n文","ip":"10.0.0.1","rows":[{"log_content":null},{"log_content":""}]}',
    ),
  )
  const { log_content, ip, rows } = json as {
    log_content: string
    ip: string
    rows: { log_content: unknown }[]
  }
  expect(texts.of(log_content)).toEqual(Buffer.from('中\n文'))
  expect(ip).toBe('10.0.0.1')
  expect(texts.of(ip)).toBeUndefined()
  expect(rows.map((row) => texts.of(row.log_content))).toEqual([undefined, Buffer.alloc(0)])
})

test('a text cannot pass itself off as the mark of another', () => {
  const first = parseWithoutTexts(Buffer.from('{"log_content":"secret"}'))
  const mark = (first.json as { log_content: string }).log_content
  const { json, texts } = parseWithoutTexts(Buffer.from(JSON.stringify({ ip: mark, log_content: mark })))
  const { ip, log_content } = json as { ip: string; log_content: string }
  expect(texts.of(ip)).toBeUndefined()
  expect(texts.of(log_content)?.toString()).toBe(mark)
})

test('bare control characters in a text stay, anywhere else they are refused', () => {
  expect(read('{"log_content":"a\nb\u0000c"}')).toEqual({ log_content: 'a\nb\u0000c' })
  expect(() => read('{"ip":"a\nb"}')).toThrow()
})

test('however many texts there are, with or without escapes, the bytes are searched a few times in all', () => {
  const row = (text: string) => `{"log_content":"${text}"}`
  const plain = 'progress: 100% detail: success '.repeat(4)
  for (const texts of [[plain], [`${plain}\\n`], [plain, plain, `\\"${plain}\\u4e2d\\n`]]) {
    const rows = Array.from({ length: 1_000 }, (_, index) => row(texts[index % texts.length] ?? ''))
    const body = Buffer.from(`[${rows.join(',')}]`)
    let searched = 0
    Object.assign(body, {
      indexOf: (value: string | number | Uint8Array, from: number) => {
        const at = Buffer.prototype.indexOf.call(body, value, from)
        searched += (at < 0 ? body.length : at) - from
        return at
      },
    })
    parseWithoutTexts(body)
    expect(searched).toBeGreaterThan(body.length / 2)
    expect(searched).toBeLessThan(4 * body.length)
  }
})

test.each(['a \\"text\\" \\u4e2d with escapes', 'a text without any'])(
  'a large answer (%s) gives others their turns, and becomes the same',
  async (text) => {
    const log = `{"log_content":"${text.repeat(20_000)}"}`
    const body = Buffer.from(`[${log},${log},${`{"log_content":"${text}"},`.repeat(2_000)}1]`)
    const whole = cutTexts(Buffer.from(body))
    const turnBytes = 64 * 1024
    let turns = 0
    let isOver = false
    const count = () => {
      turns += 1
      if (!isOver) setImmediate(count)
    }
    setImmediate(count)
    const { json, texts } = await cutLargeTexts(body, turnBytes)
    isOver = true
    expect(turns).toBeGreaterThan(2)
    // As one text: to compare forty thousand numbers one by one takes seconds.
    expect(json.cuts.join() === whole.json.cuts.join()).toBe(true)
    const bytesOf = ({ json: { mark }, texts: cut }: typeof whole, index: number) => cut.of(`${mark}${index}`)
    for (const index of [0, 1, 2, 2_001])
      expect(bytesOf({ json, texts }, index)?.toString() === bytesOf(whole, index)?.toString()).toBe(true)
  },
)
