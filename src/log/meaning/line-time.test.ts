import { expect, test } from 'vitest'
import type { LineTime } from './line-meaning.ts'
import { parseLineTime } from './line-time.ts'

const ten = Date.UTC(2026, 10, 22, 10)
const times: readonly (readonly [string, number, LineTime['kind']])[] = [
  ['2026-11-22T10:00:00Z x', ten, 'instant'],
  ['2026-11-22T10:00:00.1234567Z x', ten + 123, 'instant'],
  ['2026-11-22T18:00:00.5+08:00 x', ten + 500, 'instant'],
  ['2026-11-22 18:00:00 +0800 x', ten, 'instant'],
  ['2026-11-22 10:00:00 UTC [1] LOG', ten, 'instant'],
  ['2026-11-22 10:00:00,123 ERROR x', ten + 123, 'reading'],
  ['2026-11-22 10:00:00.1 - x', ten + 100, 'reading'],
  ['2026/11/22 10:00:00 [error] x', ten, 'reading'],
  ['[2026-11-22 10:00:00 INFO] 开始', ten, 'reading'],
  ['[2026-11-22 10:00:00][PID:1] job_start', ten, 'reading'],
  ['[22/Nov/2026:18:00:00 +0800] "GET /', ten, 'instant'],
  ['10.0.0.1 - - [22/Nov/2026:10:00:00 +0000] "GET /', ten, 'instant'],
  ['Nov 22 10:00:00 web-1 sshd[1]: x', ten, 'reading'],
  ['Nov  2 10:00:00 web-1 x', Date.UTC(2026, 10, 2, 10), 'reading'],
  ['<34>1 2026-11-22T10:00:00Z web-1 x', ten, 'instant'],
  ['<34>Nov 22 10:00:00 web-1 x', ten, 'reading'],
  ['Nov 22, 2026 1:02:03 PM org.demo.Main x', Date.UTC(2026, 10, 22, 13, 2, 3), 'reading'],
  ['[Sun Nov 22 10:00:00.123456 2026] [core:error] x', ten + 123, 'reading'],
  ['E1122 10:00:00.123456       1 file.go:12] x', ten + 123, 'reading'],
  ['1122 10:00:00.123456 x', ten + 123, 'reading'],
  ['081109 203615 148 INFO dfs', Date.UTC(2008, 10, 9, 20, 36, 15), 'reading'],
  ['1700000000 x', 1_700_000_000_000, 'instant'],
  ['1700000000.25 x', 1_700_000_000_250, 'instant'],
  ['1700000000123 x', 1_700_000_000_123, 'instant'],
  ['time="2026-11-22T10:00:00Z" level=info', ten, 'instant'],
  ['{"level":"info","time":"2026-11-22T10:00:00Z"}', ten, 'instant'],
  ['{"level":30,"time":1700000000123,"msg":"x"}', 1_700_000_000_123, 'instant'],
  ['nova-api.log.1.2017-05-16_13:53:08 2026-11-22 10:00:00.008 25746 INFO', ten + 8, 'reading'],
  ['10.0.0.1 | 2026-11-22 10:00:00 x', ten, 'reading'],
  ['\u001b[32m2026-11-22 10:00:00\u001b[0m x', ten, 'reading'],
  ['22-Nov-2026 10:00:00.123 SEVERE [main] x', ten + 123, 'reading'],
  ['22-NOV-2026 10:00:00 * x', ten, 'reading'],
  ['[22-Nov-2026 10:00:00 UTC] PHP Warning:  x', ten, 'instant'],
  ['[E 261122 10:00:00 web:12] x', ten, 'reading'],
  ['[I 2026-11-22 10:00:00.123 ServerApp] x', ten + 123, 'reading'],
  ['E, [2026-11-22T10:00:00.123456 #12] ERROR -- : x', ten + 123, 'reading'],
  ['11-22 10:00:00.123  1234  5678 E Tag: x', ten + 123, 'reading'],
  ['[11.22 10:00:00] chrome.exe - x', ten, 'reading'],
  ['1234:M 22 Nov 2026 10:00:00.123 * x', ten + 123, 'reading'],
  ['5:M 22 Nov 10:00:00.123 # x', ten + 123, 'reading'],
  // Without a day: since midnight, since the machine started.
  ['10:00:00,123 x', 36_000_123, 'clock'],
  ['[10:00:00] x', 36_000_000, 'clock'],
  ['[   12.345678] usb 1-1', 12_346, 'uptime'],
]

test.each(times)('%s', (text, atMs, kind) => {
  expect(parseLineTime(text, 2026)).toEqual({ atMs, kind })
})

test.each([
  '',
  'no time',
  '2026-13-22 10:00:00',
  '2026-02-31 10:00:00 x',
  '2026-11-22 25:00:00',
  '2026-11-22',
  '12345 x',
  '99999999999 x',
  '{"time":',
  '[[[[',
  'started at 2026-11-22 10:00:00',
  '0000-00-00 00:00:00',
])('is no time: %s', (text) => {
  expect(parseLineTime(text, 2026)).toBeNull()
})
