import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupHosts } from './host-groups.ts'
import { orderByAttention, rowOfResult } from './host-rows.ts'
import { layOutRail } from './rail-entries.ts'
import { runWhole } from './slices.ts'
import { resultOf } from './step-instance.fixture.ts'

const rows = runWhole(
  orderByAttention(
    [
      resultOf(1, 9, { tag: 'ready' }),
      resultOf(2, 104, { tag: 'disk' }),
      resultOf(3, 9),
      resultOf(4, 9, { tag: 'already' }),
      resultOf(5, 104, { tag: 'config' }),
      resultOf(6, 9, { tag: 'ready' }),
    ].map(rowOfResult),
  ),
)
const inOrder = Uint32Array.from(rows.keys())
const none = new Set<string>()
const groups = runWhole(groupHosts(rows))

test('a group per status and tag, failures first, then by tag', () => {
  expect(groups.groups.map(({ id }) => id)).toEqual(['104:config', '104:disk', '9:', '9:already', '9:ready'])
})

test('a flat list is the order, without what does not pass', () => {
  const passes = Uint8Array.from([1, 0, 1, 0, 0, 0])
  expect([...layOutRail(inOrder, passes, null, none).entries]).toEqual([0, 2])
  expect(layOutRail(inOrder, null, null, none).shown).toHaveLength(6)
})

test('groups stand under their heads, in the given order within; empty ones are left out', () => {
  const laid = layOutRail(inOrder.toReversed(), Uint8Array.from([1, 1, 1, 0, 0, 1]), groups, none)
  const keys = [...laid.entries].map((entry) =>
    entry < 0 ? laid.groups[-1 - entry]?.group.id : rows[entry]?.key,
  )
  expect(keys).toEqual(['104:config', '5', '104:disk', '2', '9:ready', '6', '1'])
  expect(laid.groups.map(({ count }) => count)).toEqual([1, 1, 2])
})

test('a shut group keeps its head and its count, and still counts as shown', () => {
  const laid = layOutRail(inOrder, null, groups, new Set(['9:ready']))
  expect(laid.entries.filter((entry) => entry >= 0)).toHaveLength(4)
  expect(laid.groups.at(-1)).toMatchObject({ count: 2, collapsed: true })
  expect(laid.shown).toHaveLength(6)
})

test('whatever the groups, every host that passes is there once, in order within its group', () => {
  const tag = fc.constantFrom(null, 'a', 'b', 'c')
  const result = fc.record({ status: fc.constantFrom(9, 104, 7, 9999), tag, passes: fc.boolean() })
  fc.assert(
    fc.property(fc.array(result, { maxLength: 80 }), (results) => {
      const all = runWhole(
        orderByAttention(results.map((one, n) => rowOfResult(resultOf(n, one.status, one)))),
      )
      const passing = new Map(results.map((one, n) => [`${n}`, one.passes]))
      const passes = Uint8Array.from(all, (row) => (passing.get(row.key) ? 1 : 0))
      const order = Uint32Array.from(all.keys())
      const { shown, entries, groups: heads } = layOutRail(order, passes, runWhole(groupHosts(all)), none)
      expect([...entries].filter((entry) => entry >= 0)).toEqual([...shown])
      expect(new Set(shown)).toEqual(new Set(order.filter((index) => passes[index] === 1)))
      expect(heads.reduce((sum, { count }) => sum + count, 0)).toBe(shown.length)
    }),
  )
})
