import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeRail, defaultSort, hostOrders, noFilters, type RailView, readRail } from './rail-url.ts'

const nothing: RailView = { ...noFilters, grouped: false, shut: '', sort: defaultSort, selected: '' }

test('an empty query is the rail nobody has touched', () => {
  expect(readRail('')).toEqual(nothing)
})

test('every field is read', () => {
  const search =
    '?filter=10.0&status=failed&exit=-1&cloud=3&tag=ready&log=none&straggler=slow&group=result&order=-duration&selected=%5B1-3%5D&shut=9%3A%0A104%3Ax'
  expect(readRail(search)).toEqual({
    ...{ filter: '10.0', status: 'failed', exit: -1, cloud: '3', tag: 'ready', noLog: true },
    ...{ straggler: 'slow', grouped: true, sort: { by: 'duration', descending: true }, selected: '[1-3]' },
    shut: '9:\n104:x',
  })
})

test('a bad field falls back alone', () => {
  expect(readRail('?exit=x&cloud=-1&order=colour&straggler=maybe&group=1&status=odd&log=all&tag=a')).toEqual({
    ...nothing,
    tag: 'a',
  })
})

test('hosts without a tag are not the same as all hosts', () => {
  expect(readRail('?tag=').tag).toBe('')
  expect(changeRail('', { tag: '' })).toBe('?tag=')
  expect(changeRail('?tag=a', { tag: null })).toBe('')
})

test('other parameters stay, defaults are left out', () => {
  expect(changeRail('?embed=v1&host=3&exit=1', { exit: null, grouped: true })).toBe(
    '?embed=v1&host=3&group=result',
  )
  expect(changeRail('?order=size', { sort: defaultSort })).toBe('')
})

test('what is written is read again', () => {
  const view = fc.record({
    filter: fc.string({ maxLength: 40 }),
    status: fc.constantFrom('', 'failed', '104'),
    exit: fc.option(fc.integer({ min: -999, max: 99_999 })),
    cloud: fc.constantFrom('', '0', '17'),
    tag: fc.option(fc.string({ maxLength: 40 })),
    noLog: fc.boolean(),
    straggler: fc.constantFrom('' as const, 'slow' as const, 'silent' as const, 'any' as const),
    grouped: fc.boolean(),
    shut: fc.string({ maxLength: 40 }),
    sort: fc.record({ by: fc.constantFrom(...hostOrders), descending: fc.boolean() }),
    selected: fc.constantFrom('', '[1-3] 0:10.0.0.[1-2,9]'),
  })
  fc.assert(
    fc.property(view, (one) => {
      expect(readRail(changeRail('', one))).toEqual(one)
    }),
  )
})
