import fc from 'fast-check'
import { parse, stringify } from 'lossless-json'
import { expect, test } from 'vitest'
import { longToken, parseLossless, stringifyLossless } from './lossless-json.ts'

const reference = (text: string) =>
  parse(text, null, {
    parseNumber: (digits) => (/^-?\d{16,}$/.test(digits) ? digits : Number(digits)),
  })

const numberToken = fc.oneof(
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
  fc.integer().map(String),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 0n, max: 10n ** 20n }))
    .map((p) => p.join('.')),
  fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.constantFrom('e', 'E', 'e+', 'E-'), fc.nat(300))
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '-0',
    '0.00000000000000001',
    '9007199254740993',
    '-9223372036854775808',
    '1E-0000000000000001',
  ),
)

const stringToken = fc
  .oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d"\\:, -]{0,40}$/))
  .map((text) => JSON.stringify(text))

const space = fc.constantFrom('', ' ', '\n\t', '  ')
const { document } = fc.letrec<{ document: string }>((tie) => ({
  document: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(numberToken, stringToken, fc.constantFrom('true', 'false', 'null')),
    fc
      .tuple(fc.array(tie('document')), space)
      .map(([items, gap]) => `[${gap}${items.join(`${gap},${gap}`)}${gap}]`),
    fc
      .tuple(fc.array(fc.tuple(stringToken, tie('document'))), space)
      .map(
        ([members, gap]) => `{${members.map(([k, v], i) => `${keyed(k, i)}${gap}:${gap}${v}`).join(',')}}`,
      ),
  ),
}))
/** lossless-json refuses a key given twice, so each one carries its position. */
const keyed = (key: string, index: number) => `${key.slice(0, -1)}${index}"`

test('agrees with a lossless parser on any document', () => {
  fc.assert(
    fc.property(document, (text) => {
      expect(parseLossless(text)).toEqual(reference(text))
    }),
    { numRuns: 1_000 },
  )
})

test('only whole numbers of 16 digits and more become text', () => {
  const text =
    '{"a":123456789012345,"b":1234567890123456,"c":-9223372036854775807,"d":1.2345678901234567,"e":1e16}'
  expect(parseLossless(text)).toEqual({
    a: 123456789012345,
    b: '1234567890123456',
    c: '-9223372036854775807',
    d: 1.2345678901234567,
    e: 1e16,
  })
})

test.each([
  '{1234567890123456:1}',
  '[01234567890123456]',
  '[1234567890123456',
  '"1234567890123456',
  '[-]',
  '',
])('what is no JSON stays no JSON: %s', (text) => {
  expect(() => parseLossless(text)).toThrow(SyntaxError)
})

test('a body that is one string of ten megabytes is parsed without overflowing the stack', () => {
  const log = '1234567890123456789 \\" "\n'.repeat(400_000)
  const parsed = parseLossless(JSON.stringify({ log, id: 1 }).replace(':1}', ':9223372036854775807}'))
  expect(parsed).toEqual({ log, id: '9223372036854775807' })
})

test('ids marked as longs go out as their exact digits, everything else as JSON.stringify would', () => {
  const text = stringifyLossless({
    id: longToken('9223372036854775807'),
    list: [longToken('1')],
    left: undefined,
  })
  expect(text).toBe('{"id":9223372036854775807,"list":[1]}')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(stringifyLossless(value)).toBe(JSON.stringify(value))
    }),
  )
})

test('an id makes the round trip', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 10n ** 15n, max: 2n ** 63n - 1n }), (id) => {
      const text = stringifyLossless({ id: longToken(String(id)) })
      expect(parseLossless(text)).toEqual({ id: String(id) })
      expect(text).toBe(stringify({ id }))
    }),
  )
})

test.each(['', '01', '-1', '1.5', '1e3', '9223372036854775808', '1;drop'])('no long: %j', (id) => {
  expect(() => longToken(id)).toThrow('Not a valid id')
})
