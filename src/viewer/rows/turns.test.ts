import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

const later = () => new Promise((resolve) => setTimeout(resolve))

test('each turn begins when the one before has ended, also when that failed', async () => {
  const turns = createTurns()
  const seen: string[] = []
  turns.add(async () => {
    await later()
    seen.push('first')
    throw new Error('no answer')
  })
  turns.add(() => seen.push('second'))
  expect(turns.isBusy()).toBe(true)
  expect(seen).toEqual([])
  await later()
  await later()
  expect(seen).toEqual(['first', 'second'])
  expect(turns.isBusy()).toBe(false)
})

test('dropped turns do not begin, and the one under way learns that nobody waits for it', async () => {
  const turns = createTurns()
  const seen: string[] = []
  turns.add(async (isWanted) => {
    await later()
    seen.push(isWanted() ? 'wanted' : 'too late')
  })
  turns.add(() => seen.push('never'))
  await Promise.resolve()
  turns.drop()
  expect(turns.isBusy()).toBe(false)
  turns.add(() => seen.push('after'))
  await later()
  await later()
  expect(seen).toEqual(['too late', 'after'])
  expect(turns.isBusy()).toBe(false)
})
