import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readProgressShare,
  readSizeBytes,
  readSpeedBytesPerSecond,
  reportedText,
} from './transfer-figures.ts'

test.each([
  ['9.0 Bytes', 9],
  ['1.5 KB', 1536],
  ['3.25 MB', 3_407_872],
  ['1.0 GB', 1_073_741_824],
  ['1,024 KB', 1_048_576],
  ['12', 12],
  ['0 Bytes', 0],
])('size %s is %d bytes', (text, bytes) => {
  expect(readSizeBytes(text)).toBe(bytes)
})

test.each(['--', '', ' ', null, 'big', '1.2.3 KB', '5 parsecs', ','])('size %j is unknown', (text) => {
  expect(readSizeBytes(text)).toBeNull()
})

test.each([
  ['1,024 KB/s', 1_048_576],
  ['1 KB/s', 1024],
  ['0.5 MB / s', 524_288],
  ['7 Bytes/sec', 7],
])('speed %s is %d bytes per second', (text, bytes) => {
  expect(readSpeedBytesPerSecond(text)).toBe(bytes)
})

test.each(['--', '', null])('speed %j is unknown', (text) => {
  expect(readSpeedBytesPerSecond(text)).toBeNull()
})

test('progress is a share, and never more than all of it', () => {
  expect(readProgressShare('37%')).toBe(0.37)
  expect(readProgressShare('140%')).toBe(1)
  expect(readProgressShare('--')).toBeNull()
  expect(readProgressShare(null)).toBeNull()
})

test.each(['1.0 Bytes', '0 KB/s', '37%', 'many'])('%s is shown as it was written', (text) => {
  expect(reportedText(text)).toBe(text)
})

test.each(['--', ' -- ', '', ' ', null])('%j says that nothing was reported', (text) => {
  expect(reportedText(text)).toBeNull()
})

test('no text throws, and what is read is a finite number of at least 0', () => {
  const readers = [readSizeBytes, readSpeedBytesPerSecond, readProgressShare]
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const read of readers) {
        const value = read(text)
        expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true)
      }
    }),
  )
})
