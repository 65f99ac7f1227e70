import { expect, test } from 'vitest'
import { readNodeManJobId, readNodeManJobUrl, writeNodeManJobUrl } from './url.ts'

const read = (query: string) => readNodeManJobUrl(new URLSearchParams(query))

test('the filters come back from their own address, and defaults are left out', () => {
  const query = 'status=FAILED&ip=10.0.0.1&page=2&size=200&sort=-duration'
  expect(writeNodeManJobUrl(new URLSearchParams(), read(query)).toString()).toBe(query)
  expect(writeNodeManJobUrl(new URLSearchParams('embed=v1&status=FAILED'), read('')).toString()).toBe(
    'embed=v1',
  )
})

test('one bad field falls back without spoiling the others', () => {
  expect(read('page=two&ip=10.0.0.1&size=7&sort=-ipv7')).toEqual({
    status: null,
    ip: '10.0.0.1',
    pageNumber: 1,
    pageSize: 50,
    sort: null,
  })
})

test('the job is read from the path or refused', () => {
  expect(readNodeManJobId({ jobId: '42' })).toBe('42')
  expect(readNodeManJobId({ jobId: 'abc' })).toBeNull()
  expect(readNodeManJobId({})).toBeNull()
})
