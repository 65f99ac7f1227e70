import { expect, test } from 'vitest'
import { createChunkList } from './chunk-list.ts'

test('of a text that trickles in hardly more is held than its bytes', () => {
  const list = createChunkList()
  const line = new Uint8Array(114).fill(97)
  for (let count = 0; count < 50_000; count += 1) list.append(line)
  const held = new Set(list.views().map(({ buffer }) => buffer))
  const heldBytes = [...held].reduce((sum, { byteLength }) => sum + byteLength, 0)
  expect(list.byteLength).toBe(50_000 * line.length)
  expect(heldBytes).toBeLessThan(1.01 * list.byteLength + 64 * 1024)
})
