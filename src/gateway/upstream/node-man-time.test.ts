import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNodeManTime, statedTime } from './node-man-time.ts'

const shanghai = 'Asia/Shanghai'
const iso = (text: string, zone = shanghai) => {
  const at = parseNodeManTime(text, zone)
  return at === null ? null : new Date(at).toISOString()
}

test.each([
  ['2021-09-16 15:06:04', '2021-09-16T07:06:04.000Z'],
  // The document's own malformed examples (spec 3).
  ['2021-09-1615: 06: 45', '2021-09-16T07:06:45.000Z'],
  ['2021-09-1615: 07: 20', '2021-09-16T07:07:20.000Z'],
  ['2021-09-16 15:06:03+0800', '2021-09-16T07:06:03.000Z'],
  ['2021-09-16 15:06:03 +08:00', '2021-09-16T07:06:03.000Z'],
  ['2021-09-16T15:06:03-0330', '2021-09-16T18:36:03.000Z'],
  ['2021-09-16T15:06:03.123456Z', '2021-09-16T15:06:03.000Z'],
  [' 2024-02-29 00:00:00 ', '2024-02-28T16:00:00.000Z'],
])('%s is read', (text, expected) => {
  expect(iso(text)).toBe(expected)
})

test.each([
  '',
  '--',
  '2021-09-16',
  '2023-02-29 00:00:00',
  '2021-13-01 00:00:00',
  '2021-09-16 24:00:00',
  'null',
])('"%s" is no time', (text) => {
  expect(iso(text)).toBeNull()
})

test.each([
  ['2024-07-01 12:00:00', 'America/New_York', '2024-07-01T16:00:00.000Z'],
  ['2024-01-01 12:00:00', 'America/New_York', '2024-01-01T17:00:00.000Z'],
  // Half an hour after the clocks went forward at 02:00.
  ['2024-03-10 03:30:00', 'America/New_York', '2024-03-10T07:30:00.000Z'],
  ['2024-01-01 12:00:00', 'Etc/GMT-8', '2024-01-01T04:00:00.000Z'],
  ['1900-01-01 00:00:00', 'UTC', '1900-01-01T00:00:00.000Z'],
])('a naive %s is in the zone %s', (text, zone, expected) => {
  expect(iso(text, zone)).toBe(expected)
})

test('the text is kept also where it means nothing', () => {
  expect(statedTime('soon', shanghai)).toEqual({ text: 'soon', at: null })
  expect(statedTime(null, shanghai)).toEqual({ text: null, at: null })
})

test('no text makes the parser throw, and what it reads is a real moment', () => {
  const digitsAndSigns = fc.string({ unit: fc.constantFrom(...'0123456789-: TZ+.') })
  const almost = fc
    .tuple(
      fc.constantFrom('2021-09-16 15:06:04', '2021-09-1615: 06: 45+0800'),
      fc.nat(24),
      fc.string({ maxLength: 2 }),
    )
    .map(([text, at, noise]) => text.slice(0, at) + noise + text.slice(at + noise.length))
  fc.assert(
    fc.property(fc.oneof(fc.string(), digitsAndSigns, almost), (text) => {
      const at = parseNodeManTime(text, shanghai)
      expect(at === null || Number.isSafeInteger(at)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('what a zone shows is read back as the same moment', () => {
  const zones = fc.constantFrom(shanghai, 'UTC', 'Asia/Kolkata', 'America/Sao_Paulo')
  // From 2020 on these zones have no hour that happens twice.
  const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) })
  fc.assert(
    fc.property(zones, moments, (zone, at) => {
      const whole = Math.floor(at / 1000) * 1000
      const shown = new Date(whole).toLocaleString('sv-SE', { timeZone: zone })
      expect(parseNodeManTime(shown, zone)).toBe(whole)
    }),
  )
})
