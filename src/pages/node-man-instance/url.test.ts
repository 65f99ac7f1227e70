import { expect, test } from 'vitest'
import { readNodeManInstanceAddress, readNodeManInstanceUrl, writeNodeManInstanceUrl } from './url.ts'

const read = (query: string) => readNodeManInstanceUrl(new URLSearchParams(query))
const rewrite = (query: string) => writeNodeManInstanceUrl(new URLSearchParams(), read(query)).toString()

test('step and lines come back from their own address', () => {
  expect(read('step=0&line=7')).toEqual({ stepIndex: 0, line: { first: 7, last: 7 } })
  expect(rewrite('step=0&line=7')).toBe('step=0&line=7')
  expect(rewrite('step=3&line=9-5')).toBe('step=3&line=5-9')
  expect(rewrite('')).toBe('')
})

test('one bad field falls back without spoiling the other', () => {
  expect(read('step=-1&line=3')).toEqual({ stepIndex: null, line: { first: 3, last: 3 } })
  expect(read('step=2&line=0')).toEqual({ stepIndex: 2, line: null })
})

test('the bars of an instance id are part of it', () => {
  const params = { jobId: '1', instanceId: 'host|instance|host|10.0.0.3-0-0' }
  expect(readNodeManInstanceAddress(params)).toEqual({
    nodeManJobId: '1',
    instanceId: 'host|instance|host|10.0.0.3-0-0',
  })
  expect(readNodeManInstanceAddress({ jobId: '1', instanceId: '<img>' })).toBeNull()
  expect(readNodeManInstanceAddress({ jobId: 'x', instanceId: 'a|b|c|1' })).toBeNull()
})
