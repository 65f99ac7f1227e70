import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyHosts, countNamed } from './host-copies.ts'
import { csvCell, hostsAsCsv, hostsAsJson } from './host-export.ts'
import { rowOfResult } from './host-rows.ts'
import { noLogFacts } from './log-facts.ts'
import { containerOf, hostOf, resultOf } from './step-instance.fixture.ts'

const rows = [
  resultOf(1, 9),
  resultOf(2, 104, { executeObject: hostOf(2, { cloudId: '3' as never, ipv6: '2001:db8::2' }) }),
  resultOf(3, 9, { executeObject: hostOf(3, { ip: null, ipv6: '2001:db8::3' }) }),
  resultOf(4, 9, { executeObject: containerOf('7001', { name: 'web' }) }),
].map(rowOfResult)
const context = { facts: noLogFacts, statusWord: () => '成功' }

test('every shape names the hosts that have such a name, and counts them', () => {
  expect(copyHosts(rows, 'ip')).toEqual({ text: '10.0.0.1\n10.0.0.2', count: 2 })
  expect(copyHosts(rows, 'cloudIp').text).toBe('0:10.0.0.1\n3:10.0.0.2\n0:2001:db8::3')
  expect(copyHosts(rows, 'ipv6')).toEqual({ text: '2001:db8::2\n2001:db8::3', count: 2 })
  expect(copyHosts(rows, 'hostId').text).toBe('1\n2\n3')
  expect(copyHosts(rows, 'container')).toEqual({ text: '7001', count: 1 })
  expect(copyHosts(rows, 'folded')).toEqual({ text: '10.0.0.1\n3:10.0.0.2\n2001:db8::3\nweb', count: 4 })
  expect(countNamed(rows, 'cloudIp')).toBe(3)
})

test('a folded copy of a whole net is one line for all of its hosts', () => {
  const net = Array.from({ length: 200 }, (_, n) => rowOfResult(resultOf(n + 1, 9)))
  expect(copyHosts(net, 'folded')).toEqual({ text: '10.0.0.[1-200]', count: 200 })
})

test('CSV has all columns, a line per host, and says what it is to spreadsheets', () => {
  const [head, first, ...rest] = hostsAsCsv(rows, context).split('\r\n')
  expect(head?.codePointAt(0)).toBe(0xfeff)
  expect(head).toContain('address,kind,ip,ipv6,cloudId,')
  expect(first).toBe(
    '10.0.0.1,host,10.0.0.1,,0,,1,,,,,9,成功,,0,2023-11-14T22:13:20.000Z,2023-11-14T22:13:21.500Z,1500,,',
  )
  expect(rest).toHaveLength(4)
  expect(rest.at(-1)).toBe('')
})

test('no host is still a CSV with its head', () => {
  expect(hostsAsCsv([], context)).toMatch(/^\uFEFFaddress,.*\r\n$/)
})

test('JSON holds the same, unknown values as null', () => {
  const [first] = JSON.parse(hostsAsJson(rows, context))
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
