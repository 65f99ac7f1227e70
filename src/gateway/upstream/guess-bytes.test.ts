import { expect, test } from 'vitest'
import type { StepLogQuery } from '#contract'
import { createChunkQueue, GUESSED_BYTES } from './chunks.ts'
import { guessBytes } from './guess-bytes.ts'

const KIB = 1024
const MIB = 1024 * KIB
const digest = '0'.repeat(32)
const have = (texts: Readonly<Record<string, number>>): NonNullable<StepLogQuery['have']> =>
  Object.fromEntries(Object.entries(texts).map(([key, bytes]) => [key, { bytes, digest }]))

test('a poll tells how large the logs were: all texts of a host, and little for hosts it does not name', () => {
  expect(guessBytes({ keys: ['1'] })).toBe(GUESSED_BYTES)
  expect(guessBytes({ keys: ['1'], have: have({ '1': MIB }) })).toBe(MIB)
  expect(guessBytes({ keys: ['1', '2'], have: have({ '1': 100 * KIB }) })).toBe(52 * KIB)
  expect(guessBytes({ keys: ['1'], have: have({ '1#a': 30 * KIB, '1#b': 20 * KIB }) })).toBe(50 * KIB)
})

test('texts of hosts that are not asked for count for nothing, whatever the page has of them', () => {
  const page = have({ '1': 10 * KIB, '2': 200 * MIB, '12': MIB, '2#a': MIB, '0:10.0.0.1': MIB })
  expect(guessBytes({ keys: ['1'], have: page })).toBe(10 * KIB)
  expect(guessBytes({ keys: ['3'], have: page })).toBe(4 * KIB)
})

test('a claim of gigabytes keeps no more free than there is beside the bulk, until an answer tells', () => {
  const claimed = guessBytes({ keys: ['1'], have: have({ '1': 2 ** 32 - 1 }) })
  const queue = createChunkQueue<string>(500, claimed)
  queue.add(['1', '2'])
  expect(queue.nextBytes()).toBe(8 * MIB)
  queue.learn(1, 20 * MIB)
  queue.next()
  queue.add(['3'])
  expect(queue.nextBytes()).toBe(20 * MIB)
})

test('a claim of nothing is not believed: what is named is worth naming', () => {
  expect(guessBytes({ keys: ['1'], have: have({ '1': 1 }) })).toBe(4 * KIB)
})
