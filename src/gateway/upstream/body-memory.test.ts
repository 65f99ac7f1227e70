import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BodyMemory, createBlockPool } from './body-memory.ts'

const MIB = 1024 * 1024

test('pieces of any size are put together, whatever the answer announced, up to the most', () => {
  const pieces = fc.array(fc.nat(300_000), { maxLength: 12 })
  fc.assert(
    fc.property(pieces, fc.nat(2 * MIB), (sizes, announced) => {
      const memory = new BodyMemory(MIB, announced)
      const expected: Buffer[] = []
      for (const [index, size] of sizes.entries()) {
        const piece = Buffer.alloc(size, index + 1)
        const fits = memory.size + size <= MIB
        expect(memory.add(piece)).toBe(fits)
        if (fits) expected.push(piece)
      }
      expect(memory.view().equals(Buffer.concat(expected))).toBe(true)
      memory.free()
    }),
  )
})

test('who keeps a view of memory that was given back sees nothing of the next answer', () => {
  const first = new BodyMemory(MIB, 100_000)
  first.add(Buffer.alloc(100_000, 'a'))
  const kept = first.view().subarray(10, 20)
  first.free()
  const second = new BodyMemory(MIB, 100_000)
  second.add(Buffer.alloc(100_000, 'b'))
  expect(kept.length).toBe(0)
  expect(first.view().length).toBe(0)
  expect(first.add(Buffer.from('a'))).toBe(false)
  // Given back twice it would be two answers' memory.
  first.free()
  const third = new BodyMemory(MIB, 100_000)
  third.add(Buffer.alloc(100_000, 'c'))
  expect(second.view().every((byte) => byte === 0x62)).toBe(true)
})

test('memory is used again, by an answer that tells its length and by one that does not', () => {
  const pool = createBlockPool()
  const first = new BodyMemory(MIB, 300_000, pool)
  first.add(Buffer.alloc(300_000, 'x'))
  first.free()
  for (const announced of [290_000, null]) {
    const again = new BodyMemory(MIB, announced, pool)
    again.add(Buffer.from('y'))
    expect(again.view().buffer.byteLength).toBe(300_000)
    expect(new Uint8Array(again.view().buffer)[299_999]).toBe(0x78)
    again.free()
  }
})

test('what lies idle has a limit', () => {
  const pool = createBlockPool()
  const blocks = Array.from({ length: 10 }, () => pool.take(5 * MIB))
  for (const block of blocks) pool.giveBack(block)
  pool.giveBack(pool.take(9 * MIB))
  const isOld = (block: ArrayBuffer) => block.byteLength > 64 * 1024
  expect(Array.from({ length: 10 }, () => pool.takeAny()).filter(isOld)).toHaveLength(4)
})
