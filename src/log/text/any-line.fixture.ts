import fc from 'fast-check'
import { hostileLines } from './hostile-lines.fixture.ts'

const esc = '\u001b'

/** What lines are made of, for properties that must hold whatever a log holds. */
const lineParts: readonly string[] = [
  esc,
  `${esc}[`,
  `${esc}]`,
  `${esc}[m`,
  `${esc}[31m`,
  `${esc}[1;48;5;200m`,
  `${esc}[38;2;1;2;3m`,
  `${esc}[K`,
  `${esc}[1K`,
  `${esc}[2K`,
  `${esc}[?K`,
  `${esc}[3C`,
  `${esc}[2D`,
  `${esc}[5G`,
  `${esc}[2J`,
  `${esc}[J`,
  `${esc}]8;;http://a.example/x\u0007`,
  `${esc}]8;;\u0007`,
  'http://b.example/',
  ' ',
  'plain text',
  '\t',
  '\r',
  '\b',
  '\u0000',
  '\u202e',
  '\u200d',
  '\ufe0f',
  '\u0301',
  '\u20e3',
  'e\u0301',
  '中文',
  '，',
  'Ж',
  '✓',
  '❤',
  '❤\ufe0f',
  '😀',
  '👨‍👩‍👧',
  '\u{1f3fd}',
  '👋\u{1f3fd}',
  '\u{1f1e8}',
  '\u{1f1e8}\u{1f1f3}',
  '1\ufe0f\u20e3',
  '한',
  '\u1112\u1161\u11ab',
  'ก็',
  '\ud800',
  '\ufffd',
]

/** A line of such parts, of any characters at all, or a hostile one. */
export const anyLine: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...lineParts) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
      { weight: 1, arbitrary: fc.constantFrom(...hostileLines.filter((line) => line.length < 200)) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join('').replaceAll('\n', ''))

const brokenBytes = [
  [0xff],
  [0xc0, 0xaf],
  [0xe4, 0xb8],
  [0x80],
  [0xed, 0xa0, 0x80],
  [0xed, 0xb8, 0x80],
  [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
  [0xf0, 0x9f],
]

/** The bytes of such a line, some of them not UTF-8; no line break. */
export const anyBytes: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: anyLine.map((line) => [...new TextEncoder().encode(line)]) },
      { weight: 1, arbitrary: fc.constantFrom(...brokenBytes) },
      { weight: 1, arbitrary: fc.array(fc.nat(255), { maxLength: 6 }) },
    ),
    { maxLength: 5 },
  )
  .map((parts) => Uint8Array.from(parts.flat().filter((byte) => byte !== 10)))
