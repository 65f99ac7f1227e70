import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText, isBroken } from './decode-text.ts'

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

test.each([
  ['half a pair', [0x61, 0xed, 0xa0, 0x80, 0x62], 'a\ud800b'],
  ['the other half', [0xed, 0xb8, 0x80], '\ude00'],
  ['halves the wrong way round', [0xed, 0xb8, 0x80, 0xed, 0xa0, 0xbd], '\ude00\ud83d'],
  [
    'halves that fit are no character: that has other bytes',
    [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
    '\ufffd\ufffd\ufffd\ude00',
  ],
  ['half of half a pair', [0xed, 0xa0], '\ufffd\ufffd'],
  ['a cut character before it', [0xe4, 0xb8, 0xed, 0xa0, 0x80], '\ufffd\ud800'],
  ['a Korean letter', [0xed, 0x95, 0x9c], '한'],
  ['GBK', [0xb4, 0xed, 0xce, 0xf3], '\ufffd\ufffd\ufffd\ufffd'],
])('%s', (_, bytes, text) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe(text)
  expect(isBroken(text)).toBe(text !== '한')
})

const anyBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        [0xed, 0xa0, 0xbd],
        [0xed, 0xb8, 0x80],
        [0xed],
        [0xe4, 0xb8],
        [0xff],
        [0x61],
        [0xf0, 0x9f, 0x98, 0x80],
      ),
      fc.array(fc.nat(255), { maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from(parts.flat()))

test('whatever the bytes: but for halves they are what every decoder makes of them, and no half comes from anything else', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const text = decodeText(bytes)
      expect(text.replace(/\p{Surrogate}/gu, '\ufffd\ufffd\ufffd')).toBe(lenient.decode(bytes))
      expect(isBroken(text)).toBe(lenient.decode(bytes).includes('\ufffd'))
    }),
    { numRuns: 3000 },
  )
})
