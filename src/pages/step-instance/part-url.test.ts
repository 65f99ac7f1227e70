import { expect, test } from 'vitest'
import { readPart, withoutPart } from './part-url.ts'

test.each([
  ['', {}],
  ['?executeCount=0', { executeCount: 0 }],
  ['?retryCount=2&batch=3', { executeCount: 2, batch: 3 }],
  ['?executeCount=1&retryCount=2', { executeCount: 1 }],
  ['?batch=0', {}],
  ['?executeCount=-1&batch=x', {}],
])('%s', (search, part) => {
  expect(readPart(search)).toEqual(part)
})

test('the whole step keeps the rest of the view', () => {
  expect(withoutPart('?executeCount=0&host=7&batch=2')).toBe('?host=7')
  expect(withoutPart('?batch=2')).toBe('')
})
