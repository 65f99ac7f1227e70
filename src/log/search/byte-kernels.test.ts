import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ByteKernels, createPlainKernels, createVectorKernels } from './byte-kernels.ts'

const bytes = fc.uint8Array({ maxLength: 100 }).map((values) => values.map((value) => value % 32))

test('the vector loops find what the plain ones find', () => {
  const vector = createVectorKernels()
  const plain = createPlainKernels()
  expect(vector).not.toBe(null)
  if (vector === null) return
  fc.assert(
    fc.property(
      bytes,
      fc.nat(20),
      fc.tuple(fc.nat(5), fc.nat(5)),
      fc.array(fc.nat(31), { minLength: 4, maxLength: 4 }),
      (text, from, [first, second], [a = 0, A = 0, b = 0, B = 0]) => {
        const results = [vector, plain].map((kernels) => {
          kernels.text.fill(0).set(text)
          return {
            pair: beyond(kernels.findPair(from, text.length, first, second, a, A, b, B), text),
            acted: beyond(kernels.findActed(from, text.length), text),
            lineEnds: lineEnds(kernels, text),
          }
        })
        expect(results[0]).toEqual(results[1])
      },
    ),
    { numRuns: 300 },
  )
})

/** After the end the answers may differ: they only say that there was nothing. */
function beyond(position: number, text: Uint8Array): number {
  return Math.min(position, text.length)
}

function lineEnds(kernels: ByteKernels, text: Uint8Array): readonly number[] {
  return [...kernels.lineEnds.subarray(0, kernels.findLineEnds(text.length))]
}
