import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isTooLongToWrite,
  type ReaderAddress,
  readReaderAddress,
  writeReaderAddress,
} from './reader-address.ts'

const read = (query: string) => readReaderAddress(new URLSearchParams(query))
const nothing = read('')

function write(change: Partial<ReaderAddress>, before = ''): string {
  const query = new URLSearchParams(before)
  writeReaderAddress(query, change)
  return query.toString()
}

test('an empty query asks for nothing, and nothing writes nothing', () => {
  expect(nothing).toEqual({
    line: null,
    search: {
      query: { text: '', matchCase: false, wholeWord: false, isRegex: false },
      isFiltering: false,
      inverse: false,
      contextLines: 0,
      minSeverity: null,
    },
  })
  expect(write(nothing)).toBe('')
})

test('the fields are words', () => {
  const address = 'line=120-140&anchor=k3f9x&find=time+out&find-as=cwr&only=1&others=1&around=3&least=error'
  expect(read(address)).toEqual({
    line: { first: 120, last: 140, anchor: 'k3f9x' },
    search: {
      query: { text: 'time out', matchCase: true, wholeWord: true, isRegex: true },
      isFiltering: true,
      inverse: true,
      contextLines: 3,
      minSeverity: 'error',
    },
  })
  expect(write(read(address))).toBe(address)
})

const good = 'line=5&anchor=k3f9x&find=x&find-as=c&only=1&others=1&around=2&least=warning'
const bad: readonly (readonly [string, string])[] = [
  ['line', '0'],
  ['line', '-3'],
  ['line', '4-x'],
  ['line', '1e3'],
  ['anchor', 'K3F9X'],
  ['anchor', '123456'],
  ['find', 'x'.repeat(1_000_000)],
  ['find-as', 'cz'],
  ['find-as', 'ccccc'],
  ['only', 'yes'],
  ['others', '2'],
  ['around', '-1'],
  ['around', '1000'],
  ['least', 'terrible'],
]

test.each(bad)('a bad %s falls back alone', (name, value) => {
  const spoiled = new URLSearchParams(good)
  spoiled.set(name, value)
  const without = new URLSearchParams(good)
  without.delete(name)
  expect(readReaderAddress(spoiled)).toEqual(readReaderAddress(without))
  expect(readReaderAddress(spoiled)).not.toEqual(read(good))
})

test('a range written backwards is turned round, and an anchor belongs to a line', () => {
  expect(read('line=9-3').line).toEqual({ first: 3, last: 9 })
  expect(read('line=12）').line).toEqual({ first: 12, last: 12 })
  expect(read('line=12-40).').line).toEqual({ first: 12, last: 40 })
  expect(read('anchor=k3f9x').line).toBeNull()
})

test('another line takes its own anchor, or none; the search stays', () => {
  const before = 'embed=v1&line=5&anchor=k3f9x&find=x'
  expect(write({ line: { first: 6, last: 6 } }, before)).toBe('embed=v1&line=6&find=x')
  expect(write({ line: null }, before)).toBe('embed=v1&find=x')
})

const address: fc.Arbitrary<ReaderAddress> = fc.record({
  line: fc.option(
    fc
      .record({
        ends: fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 })),
        anchor: fc.option(fc.stringMatching(/^[0-9a-z]{5}$/)),
      })
      .map(({ ends, anchor }) => ({
        first: Math.min(...ends),
        last: Math.max(...ends),
        ...(anchor !== null && { anchor }),
      })),
  ),
  search: fc.record({
    query: fc.record({
      text: fc.string({ unit: 'binary', maxLength: 60 }),
      matchCase: fc.boolean(),
      wholeWord: fc.boolean(),
      isRegex: fc.boolean(),
    }),
    isFiltering: fc.boolean(),
    inverse: fc.boolean(),
    contextLines: fc.integer({ min: 0, max: 999 }),
    minSeverity: fc.constantFrom(null, 'warning', 'error'),
  }),
})

test('every address survives being written and read, and leaves the other fields as they are', () => {
  fc.assert(
    fc.property(address, address, (one, before) => {
      const query = new URLSearchParams('embed=v1&q=a%20b')
      writeReaderAddress(query, before)
      writeReaderAddress(query, one)
      const reread = new URLSearchParams(query.toString())
      expect(readReaderAddress(reread)).toEqual(one)
      expect([reread.get('embed'), reread.get('q')]).toEqual(['v1', 'a b'])
    }),
  )
})

test('whatever a query says, reading it and writing it again changes nothing any more', () => {
  const names = ['line', 'anchor', 'find', 'find-as', 'only', 'others', 'around', 'least']
  const query = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' })))
  fc.assert(
    fc.property(query, (fields) => {
      const once = readReaderAddress(new URLSearchParams(fields.map(([name, value]) => [name, value])))
      expect(read(write(once))).toEqual(once)
    }),
  )
})

test('a text too long for an address leaves the options', () => {
  const search = {
    ...nothing.search,
    isFiltering: true,
    query: { ...nothing.search.query, text: '错'.repeat(500) },
  }
  expect(isTooLongToWrite(search.query.text)).toBe(true)
  expect(isTooLongToWrite('错'.repeat(400))).toBe(false)
  expect(write({ search })).toBe('only=1')
})
