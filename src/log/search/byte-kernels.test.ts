import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ByteKernels, createPlainKernels, createVectorKernels } from './byte-kernels.ts'

/** Few different bytes, newline among them, so that needles are found and lines end. */
const bytes = (maxLength: number) =>
  fc.uint8Array({ minLength: 1, maxLength }).map((values) => values.map((value) => 8 + (value % 5)))

test('the vector loops find what the plain ones find', () => {
  const vector = createVectorKernels()
  const plain = createPlainKernels()
  expect(vector).not.toBe(null)
  if (vector === null) return
  fc.assert(
    fc.property(
      bytes(200),
      fc.oneof(bytes(4), bytes(40)),
      fc.tuple(fc.nat(40), fc.nat(40), fc.nat(5), fc.nat(1)),
      (before, needle, [first, second, step, isPlanted]) => {
        const text = isPlanted === 1 ? [...before, ...needle, ...before, ...needle] : before
        const { length } = needle
        const results = [vector, plain].map((kernels) => {
          kernels.text.fill(0).set(text)
          kernels.low.set(needle)
          kernels.high.set(needle.map((byte) => (byte === 9 ? 11 : byte)))
          const places = [first % length, second % length] as const
          const count = kernels.findNeedle(text.length, ...places, length, step)
          return {
            found: entries(kernels, count),
            acted: acted(kernels, text.length),
            special: special(
              kernels,
              Uint8Array.from(text, (byte) => (byte * 23) & 255),
            ),
          }
        })
        expect(results[0]).toEqual(results[1])
      },
    ),
    { numRuns: 1000 },
  )
})

function special(kernels: ByteKernels, text: Uint8Array): readonly number[] {
  kernels.text.fill(0).set(text)
  return entries(kernels, kernels.findSpecial(text.length))
}

function acted(kernels: ByteKernels, end: number): readonly number[] {
  return entries(kernels, kernels.findBytes(end, 8, 12, 12))
}

function entries({ found }: ByteKernels, count: number): readonly number[] {
  return [...found.subarray(0, count)]
}
