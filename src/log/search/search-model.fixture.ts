import fc from 'fast-check'
import type { LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { piecesOf } from '../text/line-pieces.ts'
import { playText } from '../text/play-text.ts'
import type { LinePlace } from '../view/view-row.ts'
import type { CreateMatcher } from './matcher-port.ts'
import type { SearchQuery } from './search-query.ts'
import { serveMatches } from './serve-matches.ts'

/*
 * The simplest search there is, to hold the fast one against: every line played piece by piece, joined, and looked
 * through with what JavaScript offers.
 */

export interface ModelMatch extends LinePlace {
  readonly length: number
}

export function modelMatches(document: LogDocument, query: SearchQuery): readonly ModelMatch[] {
  return linesOf(document).flatMap(({ lineIndex, text, starts }) =>
    textMatches(text, query).map(([at, length]) => {
      const pieceIndex = starts.findIndex((start, index) => at >= start && at < (starts[index + 1] ?? 0))
      return { lineIndex, pieceIndex, offset: at - (starts[pieceIndex] ?? 0), length }
    }),
  )
}

/** What is to be marked in each piece: a match that goes on beyond one has a part in those after it. */
export function modelMarks(document: LogDocument, matches: readonly ModelMatch[]): readonly ModelMatch[] {
  const lines = linesOf(document)
  return matches.flatMap((match) => {
    const { lineIndex, pieceIndex } = match
    const starts = lines[lineIndex]?.starts ?? []
    const marks: ModelMatch[] = []
    let { offset, length } = match
    for (let at = pieceIndex; length > 0; at += 1) {
      const here = Math.min(length, (starts[at + 1] ?? 0) - (starts[at] ?? 0) - offset)
      if (here > 0) marks.push({ lineIndex, pieceIndex: at, offset, length: here })
      length -= here
      offset = 0
    }
    return marks
  })
}

/** Each line as it is shown, and where its pieces begin in that; at last, where it ends. */
function linesOf(document: LogDocument) {
  return Array.from({ length: document.lineCount }, (_, lineIndex) => {
    const texts = shownPieces(document, lineIndex)
    const starts = [0]
    for (const text of texts) starts.push((starts.at(-1) ?? 0) + text.length)
    return { lineIndex, text: texts.join(''), starts }
  })
}

function shownPieces(document: LogDocument, lineIndex: number): readonly string[] {
  return piecesOf(document, lineIndex).map(
    ({ byteStart, byteEnd }) => playText(decodeText(document.read(byteStart, byteEnd))).text,
  )
}

export function allPieces(document: LogDocument) {
  return Array.from({ length: document.lineCount }, (_, lineIndex) =>
    shownPieces(document, lineIndex).map((text, pieceIndex) => ({ lineIndex, pieceIndex, text })),
  ).flat()
}

type Found = readonly (readonly [offset: number, length: number])[]

function textMatches(text: string, query: SearchQuery): Found {
  return query.isRegex ? regexMatches(text, query) : literalMatches(text, query)
}

const word = String.raw`[\p{L}\p{N}_]`

function regexMatches(text: string, { text: sought, matchCase, wholeWord }: SearchQuery): Found {
  const source = wholeWord ? `(?<!${word})(?:${sought})(?!${word})` : sought
  const matches = text.matchAll(new RegExp(source, matchCase ? 'gu' : 'giu'))
  return [...matches]
    .filter(([match]) => match !== '')
    .map((match) => [match.index, match[0].length] as const)
}

function literalMatches(text: string, query: SearchQuery): Found {
  if (query.text === '') return []
  const variants = [...new Set([...variantsOf(query.text), query.text])]
  const fold = query.matchCase ? (part: string) => part : foldOf(variants.join(''))
  const folded = fold(text)
  const sought = variants.map(fold)
  const found: [number, number][] = []
  for (let at = 0; at < text.length; at += 1) {
    const same = sought.find(
      (variant) =>
        folded.startsWith(variant, at) && !(query.wholeWord && isTouched(text, at, variant.length)),
    )
    if (same === undefined) continue
    found.push([at, same.length])
    at += same.length - 1
  }
  return found
}

/** Letters outside ASCII bring their own rules along, by which "k" is also the Kelvin sign. */
function foldOf(sought: string): (text: string) => string {
  if (!/(?![A-Za-z])[\p{Lu}\p{Ll}]/u.test(sought))
    return (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return (text) =>
    text.replace(/[\p{L}]/gu, (letter) => {
      const lower = letter.toUpperCase().toLowerCase()
      return lower.length === letter.length ? lower : letter
    })
}

/** Each of the letters with marks composed or not. */
function variantsOf(text: string): readonly string[] {
  const [first, ...rest] = text.normalize('NFC')
  if (first === undefined) return ['']
  const ends = variantsOf(rest.join(''))
  return [first, first.normalize('NFD')].flatMap((start) => ends.map((end) => start + end))
}

function isTouched(text: string, at: number, length: number): boolean {
  const before = [...text.slice(0, at)].at(-1) ?? ''
  const [after = ''] = text.slice(at + length)
  return /[\p{L}\p{N}_]/u.test(before) || /[\p{L}\p{N}_]/u.test(after)
}

/** Bytes a log may be made of, in small parts that meet each other often. */
const logPart: fc.Arbitrary<Uint8Array> = fc
  .oneof(
    {
      weight: 12,
      arbitrary: fc.constantFrom('a', 'b', 'ab', 'AB', 'aB', ' ', '_', '1', 'm', '[', '31', '请求', '失败'),
    },
    { weight: 5, arbitrary: fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n') },
    { weight: 3, arbitrary: fc.constantFrom('\u001b[31m', '\u001b[0m', '\u001b[m', '\u001b[1;4m\u001b[7m') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('\r', '\b', '\u001b[K', '\u001b[2K', '\u001b[3D', '\u001b', '\u001b[3'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'é',
        'É',
        '😀',
        '\u212a',
        'k',
        'K',
        '\u200b',
        '\u2028',
        'ſ',
        'e\u0301',
        'E\u0301',
        '\u1112\u1161\u11ab',
        '한',
        '\u0000',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('\u001b]8;;http://a.b\u001b\\ab\u001b]8;;\u001b\\', '\u001b]0;ab\u0007'),
    },
  )
  .map((text) => new TextEncoder().encode(text))

const oddPart: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 60, arbitrary: logPart },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('ab ', 'x', '请', '\u001b[1mab\u001b[m', 'a\r', 'ba1', 'aa请', 'e\u0301b', ' '),
        fc.integer({ min: 1500, max: 9000 }),
      )
      .map(([text, times]) => new TextEncoder().encode(text.repeat(times))),
  },
)

/** A log that takes several of the units a search goes by: it repeats itself, but its lines fall differently. */
export const longLog: fc.Arbitrary<readonly Uint8Array[]> = fc
  .array(logPart, { minLength: 60, maxLength: 200, size: 'max' })
  .map((parts) => {
    const bytes = parts.reduce((sum, { length }) => sum + length, 0)
    return Array.from({ length: Math.ceil(160_000 / bytes) }, () => parts).flat()
  })

/** A log in parts, long enough for the parts to meet in most of the ways they can. */
export const logParts: fc.Arbitrary<readonly Uint8Array[]> = fc.array(oddPart, {
  minLength: 10,
  maxLength: 80,
  size: 'max',
})

export const literal: fc.Arbitrary<SearchQuery> = fc.record({
  text: fc.oneof(
    fc.constantFrom(
      'a',
      'b',
      'ab',
      'ba',
      'aa',
      'bb',
      'a ',
      '请',
      '求失',
      '失败',
      '1',
      'm',
      '[',
      '3',
      '_a',
      '31m',
      'aÉ',
      'éaba',
      'éa k',
      'É',
      'é',
      'e\u0301',
      'éa',
      'ae\u0301',
      '한',
    ),
    fc
      .array(fc.constantFrom('a', 'b', 'A', 'ab', ' ', '_', '1', '请', '求', 'é', 'k', '😀', '\u0000'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => parts.join('')),
  ),
  isRegex: fc.constant(false),
  matchCase: fc.boolean(),
  wholeWord: fc.boolean(),
})

/** Edges, what could take a newline, and literals that lines are sifted by. */
export const expressionText = fc.constantFrom(
  ...[
    'a+',
    '^a',
    'b$',
    '^$',
    'a*',
    '.',
    '(?:)',
    'a$|^b',
    'a|',
    '(a)\\1',
    '\\bab\\b',
    '\\Bb',
    'a{2,}',
    '请|失',
  ],
  ...[
    '[^a]',
    '[^a]+',
    '[^-a]+',
    '[^]',
    '\\s',
    '\\s*b',
    '\\W+',
    '\\D',
    '\\P{L}+',
    '\\p{L}+',
    '[\\s1]+',
    '[ -b]+',
  ],
  ...['\\n|a', '\\x0a?b', '\\u{a}|b', '[\\0-~]+', 'a[^\\]]*b', '[^\\n]+', '.+(?=b)', '\\cJ?1'],
  ...[
    '(?<=a)b',
    '(?<!a)b',
    '(?!a).',
    '(?<=[^a])b',
    '(?<!\\s)a',
    'a(?!\\s)',
    '(?<n>a)\\k<n>',
    '$|b',
    '(?<=^)a',
  ],
  ...[
    'ab1',
    'aba.*b',
    'a.*请求',
    '请求(?:失败)?',
    'kab?',
    '\\.?ab[1a]',
    'ab\\d*1',
    'éab',
    '\\[31',
    'baa+b?',
    'ab 1?',
  ],
)

export const regex: fc.Arbitrary<SearchQuery> = fc.record({
  text: expressionText,
  isRegex: fc.constant(true),
  matchCase: fc.boolean(),
  wholeWord: fc.constant(false),
})

/** A matcher on the other end of a channel, in this very thread: for expressions that end. */
export const createChannelMatcher: CreateMatcher = () => {
  const { port1, port2 } = new MessageChannel()
  serveMatches(port2)
  return {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (type: string, listener: (event: MessageEvent) => void) =>
      port1.addEventListener(type as 'message', listener),
    start: () => port1.start(),
    terminate() {
      port1.close()
      port2.close()
    },
  }
}
