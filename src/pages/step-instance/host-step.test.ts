import { expect, test } from 'vitest'
import { rowOfResult } from './host-rows.ts'
import { isFailedHost, nextHost } from './host-step.ts'
import { resultOf } from './step-instance.fixture.ts'

const rows = [104, 9, 9, 104].map((status, index) => rowOfResult(resultOf(index + 1, status)))
const shown = Uint32Array.from([3, 1, 0])
const keyFrom = (from: number, direction: 1 | -1, passes?: typeof isFailedHost) =>
  nextHost(rows, shown, from, direction, passes)?.key

test('the next and the one before in list order, going round', () => {
  expect([keyFrom(3, 1), keyFrom(1, 1), keyFrom(0, 1)]).toEqual(['2', '1', '4'])
  expect([keyFrom(3, -1), keyFrom(1, -1)]).toEqual(['1', '4'])
})

test('from a host that is not shown one begins at either end', () => {
  expect([keyFrom(2, 1), keyFrom(2, -1), keyFrom(-1, 1)]).toEqual(['4', '1', '4'])
})

test('failed ones only; none but itself is none', () => {
  expect([keyFrom(3, 1, isFailedHost), keyFrom(1, -1, isFailedHost)]).toEqual(['1', '4'])
  expect(nextHost(rows, Uint32Array.from([0, 1]), 0, 1, isFailedHost)).toBe(null)
  expect(nextHost(rows, new Uint32Array(0), -1, 1)).toBe(null)
})
