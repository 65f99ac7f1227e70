import { expect, test } from 'vitest'
import { parseLineTime } from './line-time.ts'

const ten = Date.UTC(2026, 10, 22, 10)
const times: readonly (readonly [string, number, boolean])[] = [
  ['2026-11-22T10:00:00Z x', ten, true],
  ['2026-11-22T10:00:00.1234567Z x', ten + 123, true],
  ['2026-11-22T18:00:00.5+08:00 x', ten + 500, true],
  ['2026-11-22 18:00:00 +0800 x', ten, true],
  ['2026-11-22 10:00:00 UTC [1] LOG', ten, true],
  ['2026-11-22 10:00:00,123 ERROR x', ten + 123, false],
  ['2026-11-22 10:00:00.1 - x', ten + 100, false],
  ['2026/11/22 10:00:00 [error] x', ten, false],
  ['[2026-11-22 10:00:00 INFO] 开始', ten, false],
  ['[2026-11-22 10:00:00][PID:1] job_start', ten, false],
  ['[22/Nov/2026:18:00:00 +0800] "GET /', ten, true],
  ['10.0.0.1 - - [22/Nov/2026:10:00:00 +0000] "GET /', ten, true],
  ['Nov 22 10:00:00 web-1 sshd[1]: x', ten, false],
  ['Nov  2 10:00:00 web-1 x', Date.UTC(2026, 10, 2, 10), false],
  ['<34>1 2026-11-22T10:00:00Z web-1 x', ten, true],
  ['<34>Nov 22 10:00:00 web-1 x', ten, false],
  ['Nov 22, 2026 1:02:03 PM org.demo.Main x', Date.UTC(2026, 10, 22, 13, 2, 3), false],
  ['[Sun Nov 22 10:00:00.123456 2026] [core:error] x', ten + 123, false],
  ['E1122 10:00:00.123456       1 file.go:12] x', ten + 123, false],
  ['1122 10:00:00.123456 x', ten + 123, false],
  ['081109 203615 148 INFO dfs', Date.UTC(2008, 10, 9, 20, 36, 15), false],
  ['1700000000 x', 1_700_000_000_000, true],
  ['1700000000.25 x', 1_700_000_000_250, true],
  ['1700000000123 x', 1_700_000_000_123, true],
  ['time="2026-11-22T10:00:00Z" level=info', ten, true],
  ['{"level":"info","time":"2026-11-22T10:00:00Z"}', ten, true],
  ['{"level":30,"time":1700000000123,"msg":"x"}', 1_700_000_000_123, true],
  ['nova-api.log.1.2017-05-16_13:53:08 2026-11-22 10:00:00.008 25746 INFO', ten + 8, false],
  ['10.0.0.1 | 2026-11-22 10:00:00 x', ten, false],
  ['\u001b[32m2026-11-22 10:00:00\u001b[0m x', ten, false],
  // Without a day: since midnight, since the machine started.
  ['10:00:00,123 x', 36_000_123, false],
  ['[10:00:00] x', 36_000_000, false],
  ['[   12.345678] usb 1-1', 12_346, false],
]

test.each(times)('%s', (text, atMs, hasZone) => {
  expect(parseLineTime(text, 2026)).toEqual({ atMs, hasZone })
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
