import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from './log-document.ts'
import { searchPart } from './view/late-part.ts'

const encoder = new TextEncoder()

function write(document: LogDocument, bytes: Uint8Array, pieceSizes: readonly number[] = []): void {
  const version = document.beginVersion()
  let position = 0
  for (const size of pieceSizes) {
    version.write(bytes.subarray(position, position + size))
    position += size
  }
  version.write(bytes.subarray(position))
  version.finish()
}

function textOf(document: LogDocument): string[] {
  return document.lines(0, Number.MAX_SAFE_INTEGER).map(({ text }) => text)
}

/** What the lines of a text are, said in the plainest way. */
function splitLines(text: string): string[] {
  if (text === '') return []
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  return [...lines.map((line) => line.replace(/\r$/, '')), ...(last === '' ? [] : [last])]
}

const logText = fc
  .array(
    fc.oneof(fc.constantFrom('\n', '\r\n', '\r', 'ok', '完成', '🚀', ''), fc.string({ maxLength: 30 })),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join('').toWellFormed())
const sizes = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 40 })

test('lines are those of the text, however its bytes came', () => {
  fc.assert(
    fc.property(logText, sizes, (text, pieceSizes) => {
      const document = createLogDocument()
      write(document, encoder.encode(text), pieceSizes)
      expect(textOf(document)).toEqual(splitLines(text))
      expect(document.lineCount).toBe(splitLines(text).length)
      expect(document.complete).toBe(true)
    }),
  )
})

test('a newer version is an append exactly when it begins with the old text', () => {
  fc.assert(
    fc.property(logText, logText, fc.boolean(), sizes, sizes, (old, other, extend, first, second) => {
      const next = extend ? old + other : other
      const document = createLogDocument()
      write(document, encoder.encode(old), first)
      const settled = document.settledLineCount
      write(document, encoder.encode(next), second)
      expect(textOf(document)).toEqual(splitLines(next))
      expect(document.byteLength).toBe(encoder.encode(next).length)
      expect(document.revision).toBe(next.startsWith(old) ? 0 : 1)
      if (document.revision > 0) return
      expect(splitLines(next).slice(0, settled)).toEqual(splitLines(old).slice(0, settled))
    }),
  )
})

test('arbitrary bytes never throw and show U+FFFD', () => {
  const document = createLogDocument()
  write(document, Uint8Array.of(0xff, 0xfe, 10, 0xe4, 0xb8))
  expect(textOf(document)).toEqual(['\ufffd\ufffd', '\ufffd'])
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), sizes, (bytes, pieceSizes) => {
      const other = createLogDocument()
      write(other, bytes, pieceSizes)
      expect(textOf(other)).toEqual(splitLines(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)))
    }),
  )
})

test('0 bytes are 0 lines, and a last newline adds none', () => {
  const lineCounts = ['', 'a', 'a\n', '\n', '\n\n', 'a\nb'].map((text) => {
    const document = createLogDocument()
    write(document, encoder.encode(text))
    return document.lineCount
  })
  expect(lineCounts).toEqual([0, 1, 1, 1, 2, 2])
})

test('a version cut off keeps the old text and is not complete once it differs', () => {
  const document = createLogDocument()
  write(document, encoder.encode('one\ntwo\n'))
  document.beginVersion().write(encoder.encode('one\n'))
  expect(textOf(document)).toEqual(['one', 'two'])
  expect(document).toMatchObject({ complete: true, revision: 0 })
  document.beginVersion().write(encoder.encode('one\ntw'))
  document.beginVersion().write(encoder.encode('one\nTWO'))
  expect(textOf(document)).toEqual(['one', 'TWO'])
  expect(document).toMatchObject({ complete: false, revision: 1 })
})

test('bytes of an older version are ignored once a newer one has begun', () => {
  const document = createLogDocument()
  const older = document.beginVersion()
  older.write(encoder.encode('a'))
  write(document, encoder.encode('ab'))
  older.write(encoder.encode('zzz'))
  older.finish()
  expect(textOf(document)).toEqual(['ab'])
})

test('a version that leaves out what is here ends like the whole one', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.nat(), fc.uint8Array(), sizes, (old, cut, more, pieceSizes) => {
      const repeated = cut % (old.length + 1)
      const [rest, whole] = [createLogDocument(), createLogDocument()]
      for (const document of [rest, whole]) write(document, old)
      const version = rest.beginVersion({ bytes: repeated, revision: 0 })
      version?.write(more)
      version?.finish()
      write(whole, Uint8Array.of(...old.subarray(0, repeated), ...more), pieceSizes)
      expect(textOf(rest)).toEqual(textOf(whole))
      const { byteLength, lineCount, complete, revision } = whole
      expect(rest).toMatchObject({ byteLength, lineCount, complete, revision })
    }),
  )
})

test('a version that leaves out what is not here is refused, and the text is incomplete until it came whole', () => {
  const document = createLogDocument()
  write(document, encoder.encode('one'))
  for (const repeats of [
    { bytes: 4, revision: 0 },
    { bytes: 2, revision: 1 },
  ]) {
    expect(document.beginVersion(repeats)).toBeNull()
    expect(document).toMatchObject({ complete: false, revision: 0, byteLength: 3 })
    write(document, encoder.encode('one'))
    expect(document.complete).toBe(true)
  }
})

test('of a long line the beginning is given, up to a character boundary', () => {
  const text = '完成🚀é'.repeat(9000)
  const document = createLogDocument()
  write(document, encoder.encode(`${text}\nnext`), [40_000, 3, 50_000])
  const [first, second] = document.lines(0, 1)
  expect(first?.byteLength).toBe(encoder.encode(text).length)
  expect(first?.shownBytes).toBeGreaterThan(8 * 1024 - 4)
  expect(first?.shownBytes).toBeLessThanOrEqual(8 * 1024)
  expect(text.startsWith(first?.text ?? '?')).toBe(true)
  expect(second?.text).toBe('next')
})

test('lines out of range are empty', () => {
  const document = createLogDocument()
  write(document, encoder.encode('a\nb'))
  expect(document.lines(5, 9)).toEqual([])
  expect(document.lines(-4, 0).map(({ text }) => text)).toEqual(['a'])
})

test('a million lines are indexed without a giant copy', () => {
  const line = encoder.encode('2026-01-01 00:00:00 INFO something happened\n')
  const chunk = new Uint8Array(line.length * 10_000)
  for (let index = 0; index < 10_000; index += 1) chunk.set(line, index * line.length)
  const document = createLogDocument()
  const version = document.beginVersion()
  for (let index = 0; index < 100; index += 1) version.write(chunk)
  version.finish()
  expect(document.lineCount).toBe(1_000_000)
  expect(document.lines(999_999, 999_999)[0]?.text).toBe('2026-01-01 00:00:00 INFO something happened')
})

test('the whole text comes back byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), sizes, async (bytes, pieceSizes) => {
      const document = createLogDocument()
      write(document, bytes, pieceSizes)
      expect(new Uint8Array(await document.toBlob().arrayBuffer())).toEqual(bytes)
    }),
  )
})

test('lines of many bytes at once are those of each of them, across blocks of lines', () => {
  const document = createLogDocument()
  write(document, encoder.encode(Array.from({ length: 70_000 }, (_, line) => `${line % 7}\n`).join('')))
  const distance = fc.oneof(fc.nat(20), fc.nat(140_000))
  const near = fc.uniqueArray(distance, { minLength: 1, maxLength: 100 })
  const line = fc.oneof(fc.integer({ min: 32_758, max: 32_770 }), fc.nat(60_000))
  fc.assert(
    fc.property(near, line, (distances, firstLine) => {
      const start = document.lineStart(firstLine)
      const within = distances.filter((distance) => start + distance < document.byteLength)
      const positions = Uint32Array.from(within.sort((one, other) => one - other))
      const lines = new Uint32Array(positions.length)
      document.linesAt(positions, positions.length, firstLine, lines)
      expect([...lines]).toEqual(Array.from(positions, (position) => document.lineAt(start + position)))
    }),
    { numRuns: 50 },
  )
})

test('lines begin where they do, told by the loops of searches as soon as they are here', async () => {
  await searchPart.fetch()
  const lengths = fc.array(fc.oneof(fc.nat(3), fc.nat(300)), { minLength: 500, maxLength: 2_000 })
  const cuts = fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(lengths, cuts, fc.boolean(), (some, sizes, isOpen) => {
      const all = Array.from({ length: 30 }, () => some).flat()
      const text = all.map((length) => '-'.repeat(length)).join('\n') + (isOpen ? '-' : '\n')
      const document = createLogDocument()
      write(document, encoder.encode(text), sizes)
      const starts: number[] = []
      let next = 0
      for (const length of all) {
        starts.push(next)
        next += length + 1
      }
      expect(document.lineCount).toBe(starts.length)
      expect(starts.findIndex((start, line) => document.lineStart(line) !== start)).toBe(-1)
    }),
    { numRuns: 8, endOnFailure: true },
  )
})
