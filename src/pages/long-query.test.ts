import { expect, test } from 'vitest'
import { fitQuery, isLeftOut, stateOf, wholeQuery } from './long-query.ts'

const long = new URLSearchParams({ host: '7', filter: '10.0.0.1\n'.repeat(1000), find: 'x y' })
const query = `?${long}`

test('what fits is left alone', () => {
  expect(fitQuery('?b=%20&a=+&c')).toBe('?b=%20&a=+&c')
  expect(stateOf('?a=1', fitQuery('?a=1'))).toBeNull()
})

test('the longest fields are left out, and no more than it takes', () => {
  expect(fitQuery(query)).toBe('?host=7&find=x+y')
  expect([isLeftOut(query, 'filter'), isLeftOut(query, 'host')]).toEqual([true, false])
  expect(fitQuery(`?${'a'.repeat(9000)}=1`)).toBe('')
})

test('an address and what is kept beside it are the whole query again', () => {
  const address = fitQuery(query)
  expect(wholeQuery(address, stateOf(query, address))).toBe(query)
})

test.each([null, 'text', { query: 7 }, { other: query }])('of the state %o nothing is taken', (state) => {
  expect(wholeQuery('?a=1', state)).toBe('?a=1')
})

test('what was kept beside another address is not taken for this one', () => {
  expect(wholeQuery('?host=8', { query })).toBe('?host=8')
})

test('more than a history entry holds is not put into one', () => {
  const huge = `?filter=${'1'.repeat(5_000_000)}`
  expect(stateOf(huge, fitQuery(huge))).toBeNull()
})
