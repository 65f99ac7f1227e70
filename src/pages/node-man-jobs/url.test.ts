import { expect, test } from 'vitest'
import { isFiltered, readNodeManJobsUrl, toNodeManJobId, writeNodeManJobsUrl } from './url.ts'

const read = (query: string) => readNodeManJobsUrl(new URLSearchParams(query))

test('every filter comes back from its own address, and defaults are left out', () => {
  const query = 'status=FAILED&operator=admin&ip=10.0.0.1&id=12&page=2'
  expect(writeNodeManJobsUrl(new URLSearchParams(), read(query)).toString()).toBe(query)
  expect(writeNodeManJobsUrl(new URLSearchParams('lang=en&page=4'), read('')).toString()).toBe('lang=en')
})

test('one bad field falls back without spoiling the others', () => {
  expect(read('id=1e5&page=-1&operator=admin')).toEqual({ ...read(''), operator: 'admin' })
  expect(read(`ip=${'1'.repeat(1_000_000)}`).ip).toBeNull()
  expect(isFiltered(read('page=2'))).toBe(false)
  expect(isFiltered(read('ip=10.0.0.1'))).toBe(true)
})

test('a typed job id may have blanks around it, and nothing else', () => {
  expect(toNodeManJobId(' 42 ')).toBe('42')
  expect(toNodeManJobId('job 42')).toBeNull()
  expect(toNodeManJobId('')).toBeNull()
})
