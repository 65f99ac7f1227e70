import { expect, test } from 'vitest'
import { filterOf, noSearch, showAllLines, soughtQuery } from './search-settings.ts'

const query = { ...noSearch.query, text: 'x' }

test('nothing is filtered until something is asked for', () => {
  expect(filterOf(noSearch)).toBeNull()
  expect(filterOf({ ...noSearch, query })).toBeNull()
  expect(filterOf({ ...noSearch, isFiltering: true, inverse: true, contextLines: 3 })).toBeNull()
})

test('a filter holds what is asked for, and nothing else', () => {
  const asked = { ...noSearch, query, contextLines: 3 }
  expect(filterOf({ ...asked, isFiltering: true })).toEqual({
    query,
    minSeverity: null,
    contextLines: 3,
    inverse: false,
  })
  expect(filterOf({ ...asked, minSeverity: 'error' })?.query).toBeNull()
})

test('all lines shown: what is looked for stays', () => {
  const shown = showAllLines({ ...noSearch, query, isFiltering: true, inverse: true, minSeverity: 'error' })
  expect(filterOf(shown)).toBeNull()
  expect(soughtQuery(shown)).toBe(query)
})
