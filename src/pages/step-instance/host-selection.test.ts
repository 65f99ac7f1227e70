import { expect, test } from 'vitest'
import { noSelection, reachTo, toggleHost, toggleHosts } from './host-selection.ts'

const listed = ['a', 'b', 'c', 'd', 'e']
const between = (one: string, other: string) => {
  const [low = 0, high = 0] = [listed.indexOf(one), listed.indexOf(other)].sort((x, y) => x - y)
  return low < 0 ? [] : listed.slice(low, high + 1)
}
const keysOf = ({ keys }: { readonly keys: ReadonlySet<string> }) => [...keys].sort()

test('a host is added and taken out again', () => {
  const one = toggleHost(noSelection, 'b')
  expect(keysOf(one)).toEqual(['b'])
  expect(keysOf(toggleHost(one, 'b'))).toEqual([])
})

test('Shift reaches from the last one toggled, and reaching back gives up what it brought', () => {
  const start = toggleHost(toggleHost(noSelection, 'e'), 'b')
  const far = reachTo(start, null, 'd', between)
  expect(keysOf(far)).toEqual(['b', 'c', 'd', 'e'])
  expect(keysOf(reachTo(far, null, 'a', between))).toEqual(['a', 'b', 'e'])
})

test('without an anchor Shift reaches from the host in hand', () => {
  expect(keysOf(reachTo(noSelection, 'c', 'e', between))).toEqual(['c', 'd', 'e'])
})

test('an anchor that is filtered away leaves the one reached for', () => {
  const start = toggleHost(noSelection, 'gone')
  expect(keysOf(reachTo(start, null, 'c', between))).toEqual(['c', 'gone'])
})

test('a group is added whole, and taken out when all of it is chosen', () => {
  const some = toggleHosts(toggleHost(noSelection, 'a'), ['a', 'b'])
  expect(keysOf(some)).toEqual(['a', 'b'])
  expect(keysOf(toggleHosts(some, ['a', 'b']))).toEqual([])
})
