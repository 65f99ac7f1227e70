import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from './cut-json.ts'
import { cutTexts } from './cut-texts.ts'
import { parseCut, parseLimits } from './json-pieces.ts'
import { TooMuchError } from './json-weight.ts'
import { parseLossless } from './lossless-json.ts'

/* In pieces or whole: the same values, the same refusals. */

const MIB = 1024 * 1024
const uncut = (text: string) => ({ bytes: Buffer.from(text), mark: '', cuts: [] })

const text = fc.string({ unit: fc.constantFrom('"', '\\', ',', '[', ']', '{', '}', ':', 'a', '日', '\n') })
const name = fc.oneof(text, fc.constantFrom('log_content', '__proto__', 'a', '1'))
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, 0, -1.5e-7, '', 9007199254740993n),
    text,
    fc.array(tie('value'), { maxLength: 6 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 6 }).map((members) => new Map(members)),
  ),
}))
const blank = fc.constantFrom('', ' ', '\n\t')

/** Members in the order they were made, and 64-bit numbers as they are. */
function written(value: unknown, gap: string): string {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value))
    return `[${gap}${value.map((each) => written(each, gap)).join(`${gap},${gap}`)}${gap}]`
  if (!(value instanceof Map)) return JSON.stringify(value)
  const members = [...value].map(([key, each]) => `${JSON.stringify(key)}${gap}:${gap}${written(each, gap)}`)
  return `{${gap}${members.join(`${gap},${gap}`)}${gap}}`
}

const outcome = (work: () => unknown) => {
  try {
    return JSON.stringify(work())
  } catch (error) {
    return (error as Error).name
  }
}
const inPieces = async (json: Parameters<typeof parseCut>[0], pieceBytes: number) => {
  const limits = { ...parseLimits(MIB), smallBytes: 0, pieceBytes }
  const parsed = await parseCut(json, limits).catch((error: Error) => error)
  return parsed instanceof Error ? parsed.name : JSON.stringify(parsed)
}

test('whatever the answer and the pieces, it is parsed as a whole one is', async () => {
  await fc.assert(
    fc.asyncProperty(value, blank, fc.integer({ min: 1, max: 40 }), async (each, gap, pieceBytes) => {
      const json = written(each, gap)
      expect(await inPieces(uncut(json), pieceBytes)).toBe(outcome(() => parseLossless(json)))
    }),
    { numRuns: 2_000 },
  )
})

test('whatever is broken in it is refused exactly when it is refused whole', async () => {
  const insert = fc.constantFrom('', ',', ':', '"', '[', ']', '{', '}', '\\', 'x', '1', ' ')
  await fc.assert(
    fc.asyncProperty(
      value,
      fc.nat(),
      insert,
      fc.nat(2),
      fc.integer({ min: 1, max: 20 }),
      async (each, place, more, drop, pieceBytes) => {
        const json = written(each, '')
        const at = place % (json.length + 1)
        const mutant = Buffer.from(json.slice(0, at) + more + json.slice(at + drop)).toString('utf8')
        expect(await inPieces(uncut(mutant), pieceBytes)).toBe(outcome(() => parseLossless(mutant)))
      },
    ),
    { numRuns: 4_000 },
  )
})

test('texts that were taken out stay where they were', async () => {
  await fc.assert(
    fc.asyncProperty(value, fc.integer({ min: 1, max: 40 }), async (each, pieceBytes) => {
      const { json } = cutTexts(Buffer.from(written(each, '')))
      expect(await inPieces(json, pieceBytes)).toBe(outcome(() => parseLossless(textOf(json, 0))))
    }),
    { numRuns: 1_000 },
  )
})

const filled = (piece: string) => `{"data":{"rows":[${piece.repeat(Math.ceil((3 * MIB) / piece.length))}1]}}`
const numbered = (row: (index: number) => string) =>
  filled(Array.from({ length: 5_000 }, (_, index) => row(index)).join(''))

test.each([
  ['numbers', filled('1,')],
  ['long numbers', filled('9007199254740993,')],
  ['texts', filled('"ab",')],
  ['objects', filled('{},')],
  ['lists', filled('[],')],
  ['lists in lists', '['.repeat(3 * MIB)],
  ['members', `{"data":{${numbered((index) => `"k${index}":1,`)}`],
  ['objects of one member, each another', numbered((index) => `{"k${index}":1},`)],
  ['one text', `{"data":"${'a'.repeat(3 * MIB)}"}`],
])('an answer of nothing but %s is refused before they become values', async (_name, json) => {
  await expect(parseCut(uncut(json), parseLimits(4 * MIB))).rejects.toThrow(TooMuchError)
})

test('nothing is parsed on, or counted on, when nobody waits for it any more', async () => {
  const json = uncut(`[${'1,'.repeat(3 * MIB)}1]`)
  const leaving = new AbortController()
  const parsing = parseCut(json, { ...parseLimits(64 * MIB), mostBytes: 1024 * MIB, signal: leaving.signal })
  leaving.abort(new Error('left'))
  await expect(parsing).rejects.toThrow('left')
  const after = new AbortController()
  const limits = { ...parseLimits(64 * MIB), mostBytes: 1024 * MIB, signal: after.signal }
  const parsed = parseCut(json, { ...limits, room: async () => after.abort(new Error('left too')) })
  await expect(parsed).rejects.toThrow('left too')
})

test('an answer of a hundred thousand transfers is none of those, and others get their turns', async () => {
  const end = {
    bk_host_id: 9007199254740993n,
    bk_cloud_id: 0,
    ip: '10.0.0.1',
    ipv6: null,
    bk_cloud_name: 'default',
  }
  const row = new Map<string, unknown>(
    Object.entries({ mode: 1, src_path: `/data/${'a'.repeat(80)}`, dest_path: `/data/${'b'.repeat(80)}` }),
  )
  row.set('src_ip', new Map(Object.entries(end))).set('dest_ip', new Map(Object.entries(end)))
  for (const more of ['status', 'status_desc', 'size', 'speed', 'process']) row.set(more, '1,024.00 KB')
  const json = `{"data":{"file_logs":[${`${written(row, '')},`.repeat(100_000)}{}]}}`
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 0)
  const parsed = (await parseCut(uncut(json), parseLimits(64 * MIB))) as { data: { file_logs: unknown[] } }
  clearInterval(timer)
  expect(parsed.data.file_logs).toHaveLength(100_001)
  expect(turns).toBeGreaterThan(10)
})
