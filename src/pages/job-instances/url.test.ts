import { expect, test } from 'vitest'
import { isFiltered, isWholeIp, readHistoryUrl, readScope, unreadFilters, writeHistoryUrl } from './url.ts'

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

test('what falls back is named as it stands there, defaults and rows that are refined are not', () => {
  const unread = (query: string) => unreadFilters(new URLSearchParams(query))
  expect(unread('jobInstanceId=abc&status=x&range=9y&operator=admin')).toEqual([
    'jobInstanceId=abc',
    'status=x',
    'range=9y',
  ])
  expect(unread('from=5&to=4')).toEqual(['from=5', 'to=4'])
  expect(unread('range=7d&status=&id=20000000001&page=1&only=magic&embed=v1')).toEqual([])
  expect(unread(`name=${'x'.repeat(1_000_000)}`)[0]?.length).toBeLessThan(60)
  const given = new URLSearchParams('jobInstanceId=abc&status=x')
  expect(unreadFilters(writeHistoryUrl(given, readHistoryUrl(given)))).toEqual([])
})

test('an id under its longer name is read, and written under the short one', () => {
  const given = new URLSearchParams('jobInstanceId=20000000001')
  expect(writeHistoryUrl(given, readHistoryUrl(given)).toString()).toBe('id=20000000001')
})

test.each([
  ['10.0.0.1', true],
  ['255.255.255.255', true],
  ['10.0.0', false],
  ['10.0.0.', false],
  ['10.0.0.256', false],
  ['10.0.0.1.2', false],
  ['0:10.0.0.1', false],
])('a whole IPv4 address: %s', (text, isWhole) => {
  expect(isWholeIp(text)).toBe(isWhole)
})

test('codes upstream would answer with an error fall back each by itself, and are named', () => {
  const query = 'status=99&type=7&launchMode=1,2&ip=2001:db8::1&totalTimeType=LESS_THAN_ONE_MINUTE'
  expect(read(`${query}&operator=admin`)).toEqual({ ...read(''), operator: 'admin' })
  expect(unreadFilters(new URLSearchParams(query))).toEqual(query.split('&'))
  expect(writeHistoryUrl(new URLSearchParams(query), read(query)).toString()).toBe('')
  expect(read('status=15&type=0&launchMode=3')).toMatchObject({ status: 15, type: 0, launchMode: 3 })
})
