import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from './cut-json.ts'
import { cutLargeTexts, cutTexts, type Texts } from './cut-texts.ts'
import { parseLossless } from './lossless-json.ts'

/* Taking texts out of an answer changes nothing about it: the same values as JSON.parse gives, the same refusals. */

/** The JSON with its texts back in their places. */
function restored(value: unknown, texts: Texts): unknown {
  const text = texts.of(value)
  if (text !== undefined) return textOfBytes(text)
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
  return restored(json, texts)
}

const halves = /\xed([\xa0-\xbf])([\x80-\xbf])/g

/** Half a surrogate pair is three bytes that no decoder knows. */
function textOfBytes(bytes: Buffer): string {
  const half = (_: string, second: string, third: string) =>
    String.fromCharCode(0xd000 | ((second.charCodeAt(0) & 0x3f) << 6) | (third.charCodeAt(0) & 0x3f))
  const parts = bytes.toString('latin1').split(halves)
  return parts
    .map((part, index) => {
      if (index % 3 === 1) return half('', part, parts[index + 1] ?? '')
      return index % 3 === 0 ? Buffer.from(part, 'latin1').toString('utf8') : ''
    })
    .join('')
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
      expect(read(text)).toEqual(parseLossless(Buffer.from(text).toString('utf8')))
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
        whole = parseLossless(mutant)
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

test('half of a surrogate pair is the three bytes that only it has, a pair the four of its character', () => {
  const { json, texts } = parseWithoutTexts(
    Buffer.from('{"log_content":"\\ud800 \\ude00\\ud83d \\ud83d\\ude00"}'),
  )
  expect(texts.of((json as { log_content: string }).log_content)?.toString('hex')).toBe(
    'eda080' + '20' + 'edb880' + 'eda0bd' + '20' + 'f09f9880',
  )
})

/** Any but what JSON itself is made of within a string. */
const rawBytes = fc
  .array(fc.oneof(fc.integer({ min: 0x80, max: 0xff }), fc.nat(0xff)), { maxLength: 60 })
  .map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 0x22 && byte !== 0x5c)))

test('whatever bytes a text is made of, they stay, and nothing beside it changes', () => {
  fc.assert(
    fc.property(fc.array(rawBytes, { minLength: 1, maxLength: 4 }), (given) => {
      const rows = given.map((bytes, index) =>
        Buffer.concat([Buffer.from(`{"log_content":"`), bytes, Buffer.from(`","id":${index}}`)]),
      )
      const body = Buffer.concat([
        Buffer.from('['),
        ...rows.flatMap((row) => [row, Buffer.from(',')]),
        Buffer.from('1]'),
      ])
      const { json, texts } = parseWithoutTexts(body)
      const read = (json as { log_content: string; id: number }[]).slice(0, -1)
      expect(read.map(({ id }) => id)).toEqual(given.map((_, index) => index))
      expect(read.map(({ log_content }) => texts.of(log_content)?.toString('hex'))).toEqual(
        given.map((bytes) => bytes.toString('hex')),
      )
    }),
    { numRuns: 1000 },
  )
})

test('the texts of another member are taken out instead', () => {
  const { json, texts } = cutTexts(Buffer.from('{"log":"a","catalog":"b","log_content":"c"}'), 'log')
  const { log, ...others } = parseLossless(textOf(json, 0)) as Record<string, string>
  expect(texts.of(log)).toEqual(Buffer.from('a'))
  expect(others).toEqual({ catalog: 'b', log_content: 'c' })
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
    const { json, texts } = await cutLargeTexts(body, 'log_content', turnBytes)
    isOver = true
    expect(turns).toBeGreaterThan(2)
    // As one text: to compare forty thousand numbers one by one takes seconds.
    expect(json.cuts.join() === whole.json.cuts.join()).toBe(true)
    const bytesOf = ({ json: { mark }, texts: cut }: typeof whole, index: number) => cut.of(`${mark}${index}`)
    for (const index of [0, 1, 2, 2_001])
      expect(bytesOf({ json, texts }, index)?.toString() === bytesOf(whole, index)?.toString()).toBe(true)
  },
)

test('nothing is cut on when nobody waits for it any more', async () => {
  const body = Buffer.from(`[${'{"log_content":"a"},'.repeat(100)}1]`)
  const leaving = new AbortController()
  const cutting = cutLargeTexts(body, 'log_content', 64, leaving.signal)
  leaving.abort(new Error('left'))
  await expect(cutting).rejects.toThrow('left')
})
