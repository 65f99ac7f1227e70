import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAddress } from '#contract'
import { readReaderAddress } from '../reader-address.ts'
import { changeView, readAddress, readView, transferColumns } from './url.ts'

const empty = {
  host: null,
  hosts: '',
  ...readReaderAddress(new URLSearchParams()),
  filter: '',
  status: '',
  q: '',
  sort: null,
  transfer: null,
}

test('an empty query is the default view, and the default view writes nothing', () => {
  expect(readView('')).toEqual(empty)
  expect(changeView('', empty)).toBe('')
})

test('a link names host, lines and filters', () => {
  const view = readView('?host=0%3A10.0.0.1&line=12-40&filter=10.0&status=failed&q=%2Ftmp&sort=-size')
  expect(view).toEqual({
    ...empty,
    host: '0:10.0.0.1',
    line: { first: 12, last: 40 },
    filter: '10.0',
    status: 'failed',
    q: '/tmp',
    sort: { columnId: 'size', descending: true },
  })
})

test('one bad field falls back alone', () => {
  const view = readView('?host=17&line=abc&status=nonsense&sort=colour&q=ok')
  expect(view).toEqual({ ...empty, host: '17', q: 'ok' })
})

test('a megabyte in the query is as if it were not there', () => {
  const huge = 'x'.repeat(1_000_000)
  expect(readView(`?host=${huge}&q=${huge}&filter=${huge}&hosts=${huge}&transfer=${huge}`)).toEqual(empty)
})

test('changing one field keeps the others, also those of other readers', () => {
  const search = '?embed=v1&executeCount=2&retryCount=1&batch=3&host=1&line=4'
  expect(changeView(search, { host: '2', line: null })).toBe(
    '?embed=v1&executeCount=2&retryCount=1&batch=3&host=2',
  )
})

test('from host to host what is looked for stays, the line does not', () => {
  const search = '?host=1&line=4&anchor=k3f9x&find=timeout&find-as=c&only=1'
  expect(changeView(search, { host: '2', line: null })).toBe('?host=2&find=timeout&find-as=c&only=1')
})

test('the reader has its own fields, beside the filters of rail and table', () => {
  const view = readView('?filter=10.0&q=tmp&find=x&line=3')
  expect([view.filter, view.q, view.search.query.text, view.line]).toEqual([
    '10.0',
    'tmp',
    'x',
    { first: 3, last: 3 },
  ])
  expect(changeView('?filter=10.0&q=tmp', { search: view.search })).toBe('?filter=10.0&q=tmp&find=x')
})

test('every view survives being written and read', () => {
  const word = fc.string({ maxLength: 60 })
  const view = fc.record({
    // An address alone is no key: it comes back as one.
    host: fc.option(fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !isAddress(text))),
    hosts: word,
    line: fc.option(fc.integer({ min: 1, max: 1e9 }).map((line) => ({ first: line, last: line + 7 }))),
    search: word.map((text) => ({ ...empty.search, query: { ...empty.search.query, text } })),
    filter: word,
    status: fc.constantFrom('', 'failed', '104'),
    q: word,
    sort: fc.option(fc.record({ columnId: fc.constantFrom(...transferColumns), descending: fc.boolean() })),
    transfer: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
  })
  fc.assert(
    fc.property(view, (one) => {
      expect(readView(changeView('', one))).toEqual(one)
    }),
  )
})

test('the path must hold ids: nothing is asked about anything else', () => {
  const params = {
    scopeType: 'biz',
    scopeId: '1',
    jobInstanceId: '100',
    stepInstanceId: '9223372036854775807',
  }
  expect(readAddress(params)).toEqual({
    scope: { type: 'biz', id: '1' },
    jobInstanceId: '100',
    stepInstanceId: '9223372036854775807',
  })
  expect(readAddress({ ...params, stepInstanceId: '9223372036854775808' })).toBeNull()
  expect(readAddress({ ...params, jobInstanceId: '1.5' })).toBeNull()
  expect(readAddress({ ...params, scopeType: 'planet' })).toBeNull()
  expect(readAddress({})).toBeNull()
})

test.each([
  ['17', '17'],
  ['0:10.0.0.1', '0:10.0.0.1'],
  ['10.0.0.1', '0:10.0.0.1'],
  ['fe80::1', '0:fe80::1'],
  ['container:9', 'container:9'],
])('host=%s names the host %s', (host, key) => {
  expect(readView(`?host=${host}`).host).toBe(key)
})
