import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepInstanceDetailSchema } from '#contract'
import { readStepInstance } from './read-step-instance.ts'

const result = (index: number) => ({
  key: `${index + 1}`,
  executeObject: {
    kind: 'host',
    hostId: `${index + 1}`,
    cloudId: '0',
    ip: '10.0.0.1',
    ipv6: null,
    cloudName: '直连区域',
  },
  ...{ status: 9, tag: null, exitCode: 0, startedAt: null, endedAt: null, durationMs: null },
})
const container = {
  ...result(7),
  key: 'container:c',
  executeObject: { kind: 'container', id: 'c', uid: null, name: 'web\n]}', nodeHostId: null },
}

function detail(results: readonly unknown[]) {
  const step = { id: '1', name: 'step', type: 1, status: 3, executeCount: 0, resultCounts: null }
  const times = { createdAt: null, startedAt: null, endedAt: null, durationMs: null }
  return { jobInstance: null, step: { ...step, ...times }, finished: true, results }
}

const many = [container, ...Array.from({ length: 1_200 }, (_, index) => result(index))]

/** As the gateway writes it: a line per result. */
function inLines({ results, ...rest }: ReturnType<typeof detail>): string {
  const around = JSON.stringify({ ...rest, results: [] })
  if (results.length === 0) return around
  return `${around.slice(0, -2)}\n${results.map((one) => JSON.stringify(one)).join(',\n')}\n]}`
}

/** An answer that arrives in pieces of these lengths, the last of which repeats. */
function answer(text: string, lengths: readonly number[] = [100_000]): Response {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  let turn = 0
  return new Response(
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        const length = lengths[Math.min(turn, lengths.length - 1)] ?? 1
        if (at >= bytes.length) return controller.close()
        controller.enqueue(bytes.slice(at, at + length))
        at += length
        turn += 1
      },
    }),
  )
}

test.each([0, 1, 3, 1_201])(
  '%d results, on lines or on one, are read as the schema reads them',
  async (count) => {
    const value = detail(many.slice(0, count))
    const expected = stepInstanceDetailSchema.parse(value)
    expect(await readStepInstance(answer(inLines(value)), undefined)).toEqual(expected)
    expect(await readStepInstance(answer(JSON.stringify(value)), undefined)).toEqual(expected)
  },
)

test('it does not matter where the connection cuts, in the middle of a character or not', async () => {
  const value = detail(many.slice(0, 4))
  const expected = stepInstanceDetailSchema.parse(value)
  const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(lengths, async (some) => {
      expect(await readStepInstance(answer(inLines(value), some), undefined)).toEqual(expected)
    }),
  )
})

test('other work gets its turn in between', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  const all = Array.from({ length: 30_000 }, (_, index) => result(index))
  expect(await readStepInstance(answer(inLines(detail(all))), undefined)).not.toBe(null)
  clearInterval(timer)
  expect(turns).toBeGreaterThan(0)
})

test('what has not changed stays the same object', async () => {
  const before = await readStepInstance(answer(inLines(detail(many))), undefined)
  if (before === null) throw new Error('not read')
  expect(await readStepInstance(answer(inLines(detail(many))), before)).toBe(before)
  const changed = many.with(3, { ...result(2), status: 104 })
  const after = await readStepInstance(answer(inLines(detail(changed))), before)
  expect(after?.results[3]).toMatchObject({ key: '3', status: 104 })
  expect(after?.results.filter((one, index) => one !== before.results[index])).toHaveLength(1)
  const finished = await readStepInstance(answer(inLines({ ...detail(many), finished: false })), before)
  expect(finished).toMatchObject({ finished: false })
  expect(finished?.results).toBe(before.results)
  const fewer = await readStepInstance(answer(inLines(detail(many.slice(0, 5)))), before)
  expect(fewer?.results).toHaveLength(5)
})

test('one bad result anywhere makes the answer unreadable, and so does a shape of another kind', async () => {
  const wrong = detail([...many, { ...result(1), status: 'odd' }])
  for (const text of [inLines(wrong), JSON.stringify(wrong), 'null', '1', '[]', '{}', `{"results":[]}`])
    expect(await readStepInstance(answer(text), undefined), text.slice(-20)).toBe(null)
})

test('an answer that was cut off is no answer', async () => {
  const text = inLines(detail(many))
  for (const length of [0, 10, 5_000, text.length - 1])
    await expect(readStepInstance(answer(text.slice(0, length)), undefined)).rejects.toThrow(SyntaxError)
})
