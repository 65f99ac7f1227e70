import { expect, test } from 'vitest'
import { speakerOf } from './speaker-of.ts'

test.each([
  ['1244006', 'no such job instance', 'upstreamMessage'],
  ['404', '404 Route Not Found', 'upstreamMessage'],
  ['502', 'no healthy upstream', 'proxyMessage'],
  ['502', 'Upstream answered HTTP 502', 'ownMessage'],
  ['502', '蓝鲸接口返回 HTTP 502', 'ownMessage'],
  [null, 'Upstream took too long to answer', 'ownMessage'],
])('%s %s is said by: %s', (code, message, speaker) => {
  expect(speakerOf({ system: 'job', code, message })).toBe(speaker)
  expect(speakerOf({ system: 'joblens', code, message })).toBe('ownMessage')
})
