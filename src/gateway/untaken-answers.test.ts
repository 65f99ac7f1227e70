import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createUntakenAnswers } from './untaken-answers.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Three answers of 10 bytes where there is room for 25. */
function three() {
  const untaken = createUntakenAnswers(25, 100)
  const cutOff: string[] = []
  const begin = (name: string) => untaken.begin(() => cutOff.push(name), 10)
  return { cutOff, first: begin('first'), second: begin('second'), third: begin('third') }
}

test('the one of which nothing was taken for longest is cut off, and no more than make room', () => {
  const { cutOff, first } = three()
  vi.advanceTimersByTime(50)
  first.taken()
  vi.advanceTimersByTime(60)
  expect(cutOff).toEqual(['second'])
  vi.advanceTimersByTime(10_000)
  expect(cutOff).toEqual(['second'])
})

test('who takes something is not cut off, until he stops', () => {
  const { cutOff, ...all } = three()
  for (let round = 0; round < 10; round += 1) {
    vi.advanceTimersByTime(90)
    for (const each of Object.values(all)) each.taken()
  }
  expect(cutOff).toEqual([])
  vi.advanceTimersByTime(300)
  expect(cutOff).toEqual(['first'])
})

test('what was taken makes room', () => {
  const { cutOff, third } = three()
  third.end()
  vi.advanceTimersByTime(10_000)
  expect(cutOff).toEqual([])
})
