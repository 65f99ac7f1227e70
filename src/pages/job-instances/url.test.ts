import { expect, test } from 'vitest'
import { isFiltered, readHistoryUrl, readScope, writeHistoryUrl } from './url.ts'

const read = (query: string) => readHistoryUrl(new URLSearchParams(query))

test('an empty query is the default, and the default is an empty query', () => {
  const url = read('')
  expect(url.range).toEqual({ kind: 'preset', preset: '7d' })
  expect(isFiltered(url)).toBe(false)
  expect(writeHistoryUrl(new URLSearchParams(), url).toString()).toBe('')
})

test('every filter comes back from its own address', () => {
  const query =
    'range=1h&status=4&type=1&launchMode=2&operator=admin&name=a+b&ip=10.0.0.1&id=9223372036854775807&page=3&size=20'
  expect(writeHistoryUrl(new URLSearchParams(), read(query)).toString()).toBe(query)
  expect(writeHistoryUrl(new URLSearchParams(), read('from=1000&to=2000')).toString()).toBe(
    'from=1000&to=2000',
  )
})

test('one bad field falls back without spoiling the others', () => {
  const url = read(
    'range=9y&from=5&to=4&status=-1&type=x&id=99999999999999999999&page=0&size=7&operator=admin',
  )
  expect(url).toEqual({ ...read(''), operator: 'admin' })
})

test('what other parts put into the address stays', () => {
  const next = writeHistoryUrl(new URLSearchParams('embed=v1&lang=zh-CN&status=4'), {
    ...read(''),
    name: 'x',
  })
  expect(next.toString()).toBe('embed=v1&lang=zh-CN&name=x')
})

test('a megabyte of text is no filter', () => {
  expect(read(`name=${'x'.repeat(1_000_000)}`).name).toBeNull()
})

test('a scope is read from the path or refused', () => {
  expect(readScope({ scopeType: 'biz_set', scopeId: '2' })).toEqual({ type: 'biz_set', id: '2' })
  expect(readScope({ scopeType: 'biz', scopeId: 'two' })).toBeNull()
  expect(readScope({ scopeType: 'planet', scopeId: '2' })).toBeNull()
})

test('what is done to the rows is read back as it was written, half-typed words too', () => {
  const given = new URLSearchParams('q=nightly%20&only=4.2&sort=-duration&runs=20000003027&compare=week')
  const url = readHistoryUrl(given)
  expect(url).toMatchObject({ text: 'nightly ', statuses: [4, 2], runsOf: '20000003027', compared: 'week' })
  expect(readHistoryUrl(writeHistoryUrl(new URLSearchParams(), url))).toEqual(url)
  const nonsense = readHistoryUrl(new URLSearchParams('only=4,x&sort=magic&runs=a&compare=yesterday'))
  expect(nonsense).toMatchObject({ statuses: [], sort: null, runsOf: null, compared: null })
})
