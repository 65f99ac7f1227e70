import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell } from '../csv-cell.ts'
import type { CopyShape } from '../host-shapes.ts'
import { copyHosts, countNamed } from './host-copies.ts'
import { hostsAsCsv, hostsAsJson } from './host-export.ts'
import { rowOfResult } from './host-rows.ts'
import { noLogFacts } from './log-facts.ts'
import { runWhole } from './slices.ts'
import { containerOf, hostOf, resultOf } from './step-instance.fixture.ts'

const rows = [
  resultOf(1, 9),
  resultOf(2, 104, { executeObject: hostOf(2, { cloudId: '3' as never, ipv6: '2001:db8::2' }) }),
  resultOf(3, 9, { executeObject: hostOf(3, { ip: null, ipv6: '2001:db8::3' }) }),
  resultOf(4, 9, { executeObject: containerOf('7001', { name: 'web' }) }),
].map(rowOfResult)
const copied = (some: typeof rows, shape: CopyShape) => runWhole(copyHosts(some, shape))
const context = { facts: noLogFacts, statusWord: () => '成功' }

test('every shape names the hosts that have such a name, and counts them', () => {
  expect(copied(rows, 'ip')).toEqual(['10.0.0.1', '10.0.0.2'])
  expect(copied(rows, 'cloudIp')).toEqual(['0:10.0.0.1', '3:10.0.0.2', '0:2001:db8::3'])
  expect(copied(rows, 'ipv6')).toEqual(['2001:db8::2', '2001:db8::3'])
  expect(copied(rows, 'hostId')).toEqual(['1', '2', '3'])
  expect(copied(rows, 'container')).toEqual(['7001'])
  expect(copied(rows, 'folded')).toEqual(['10.0.0.1', '3:10.0.0.2', '2001:db8::3', 'web'])
  const counts = { ip: 2, cloudIp: 3, ipv6: 2, hostId: 3, container: 1, folded: 4 }
  expect(runWhole(countNamed(rows))).toEqual(counts)
})

test('a host of another cloud area keeps its area when folded, whatever its address is', () => {
  const far = { cloudId: '3' as never }
  const some = [
    resultOf(1, 9, { executeObject: hostOf(1, far) }),
    resultOf(2, 9, { executeObject: hostOf(2, { ...far, ip: null, ipv6: '2001:db8::2' }) }),
    resultOf(3, 9, { executeObject: hostOf(3, { ...far, ip: null }) }),
  ].map(rowOfResult)
  expect(copied(some, 'folded')).toEqual(['3:10.0.0.1', '3:2001:db8::2', '3'])
})

test('a folded copy of a whole net is one line for all of its hosts', () => {
  const net = Array.from({ length: 200 }, (_, n) => rowOfResult(resultOf(n + 1, 9)))
  expect(copied(net, 'folded')).toEqual(['10.0.0.[1-200]'])
})

test('CSV has all columns, a line per host, and says what it is to spreadsheets', () => {
  const [head, first, ...rest] = runWhole(hostsAsCsv(rows, context)).join('').split('\r\n')
  expect(head?.codePointAt(0)).toBe(0xfeff)
  expect(head).toContain('address,kind,ip,ipv6,cloudId,')
  expect(first).toBe(
    '10.0.0.1,host,10.0.0.1,,0,,1,,,,,9,成功,,0,2023-11-14T22:13:20.000Z,2023-11-14T22:13:21.500Z,1500,,',
  )
  expect(rest).toHaveLength(4)
  expect(rest.at(-1)).toBe('')
})

test('no host is still a CSV with its head', () => {
  expect(runWhole(hostsAsCsv([], context)).join('')).toMatch(/^\uFEFFaddress,.*\r\n$/)
})

test('JSON holds the same, unknown values as null', () => {
  const text = runWhole(hostsAsJson(rows, context)).join('')
  const [first] = JSON.parse(text)
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
  expect(runWhole(hostsAsJson([], context)).join('')).toBe('[]\n')
  expect(first).toMatchObject({ address: '10.0.0.1', status: 9, tag: null, ipv6: null, durationMs: 1500 })
})

test('text that would run as a formula is made text; numbers stay numbers', () => {
  expect(csvCell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`)
  for (const text of ['+1', '-1', '@x', ' =1', '\t=1']) expect(csvCell(text)).toMatch(/^"?'/)
  expect(csvCell(-1)).toBe('-1')
  expect(csvCell(null)).toBe('')
})

test('every cell is read back as it was, but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = csvCell(text)
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
      expect(read.replace(/^'/, '')).toBe(text.startsWith("'") ? text.slice(1) : text)
      if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/)
      expect(read).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
