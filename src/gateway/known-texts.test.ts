import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFrames, type ReadFrame } from './frames.fixture.ts'
import { createTestGateway, origin } from './gateway.fixture.ts'
import type { NodeManUpstream } from './upstream/upstream.ts'

/* What the browser has does not travel again; anything doubtful travels whole. */

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 32)
const known = (bytes: Uint8Array) => ({ bytes: bytes.length, digest: digestOf(bytes) })

type Post = (path: string, body: unknown) => Promise<Buffer>

function poster(get: (path: string, init: RequestInit) => Promise<Response>): Post {
  return async (path, body) => {
    const headers = { origin, 'content-type': 'application/json' }
    const answer = await get(path, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(answer.status).toBe(200)
    return Buffer.from(await answer.arrayBuffer())
  }
}

function scriptTexts(frames: readonly ReadFrame[]): Map<string, ReadFrame> {
  return new Map(
    frames.flatMap((frame) => (frame.header.kind === 'script-log' ? [[frame.header.key, frame]] : [])),
  )
}

const live = '/api/job-instances/biz/2/20000000016/steps/20000001601'

test('the second poll of a running step carries only what its hosts wrote since', async () => {
  const { get, control } = createTestGateway({ hasFaults: true })
  const post = poster(get)
  await control('/__sandbox/clock', { advanceMs: 300_000 })
  const step = await (await get(live)).json()
  const keys = step.results.map((result: { key: string }) => result.key)
  const first = await post(`${live}/log`, { keys })
  const before = scriptTexts(parseFrames(first))
  const have = Object.fromEntries(
    [...before].map(([key, { text }]) => [key, known(Buffer.from(text))] as const),
  )
  await control('/__sandbox/clock', { advanceMs: 3_000 })
  const second = await post(`${live}/log`, { keys, have })
  const whole = scriptTexts(parseFrames(await post(`${live}/log`, { keys })))
  const after = scriptTexts(parseFrames(second))
  expect(after.size).toBe(20)
  for (const [key, { header, text }] of after) {
    expect(header).toMatchObject({ fromBytes: have[key]?.bytes })
    expect((before.get(key)?.text ?? '') + text).toBe(whole.get(key)?.text)
  }
  const bytesOf = (frames: Map<string, ReadFrame>) =>
    [...frames.values()].reduce((sum, { header }) => sum + header.bytes, 0)
  expect(bytesOf(after)).toBeGreaterThan(0)
  expect(bytesOf(after) * 20).toBeLessThan(bytesOf(before))
  // The totals tell how large the texts are, not what travelled.
  const end = parseFrames(second).at(-1)?.header
  expect(end?.kind === 'end' && end.totals.bytes).toBe(bytesOf(whole))
})

const nodeManLog = '/api/node-man/jobs/1/instances/x/log'

/** A node-man with one step per text. */
function nodeManWith(texts: readonly string[]): NodeManUpstream {
  const unused = () => Promise.reject(new Error('not asked for'))
  const time = { text: null, at: null }
  return {
    jobs: unused,
    job: unused,
    attempts: unused,
    async *stepLogs() {
      for (const [index, text] of texts.entries()) {
        const step = { index, name: 'n', status: 'RUNNING', startedAt: time, finishedAt: time }
        yield { header: { kind: 'node-man-step', key: `step-${index}`, step }, text }
      }
      const totals = { hosts: 1, logs: texts.length, transfers: 0, missing: 0, failed: 0, bytes: 0 }
      yield { header: { kind: 'end', totals }, text: '' }
    },
  }
}

/** Header and body of the only text, as bytes, since a body may begin in the middle of a character. */
async function ask(text: string, have: unknown) {
  const { get } = createTestGateway({ nodeMan: nodeManWith([text]) })
  const bytes = await poster(get)(nodeManLog, { have })
  const newline = bytes.indexOf(0x0a)
  const header = JSON.parse(bytes.toString('utf8', 0, newline))
  return { header, body: bytes.subarray(newline + 1, newline + 1 + header.bytes) }
}

const old = Buffer.from('一行\nsecond\n')

test.each([
  ['a text that was replaced', '另一行\nsecond\nthird\n', known(old)],
  ['a text that became shorter', '一行\n', known(old)],
  ['a digest of something else', `${old}more`, { bytes: old.length, digest: digestOf(Buffer.from('x')) }],
  ['a length of something else', `${old}more`, { ...known(old), bytes: old.length - 1 }],
])('%s travels whole', async (_, text, have) => {
  const { header, body } = await ask(text, { 'step-0': have })
  expect(header.fromBytes).toBeUndefined()
  expect(body.toString()).toBe(text)
})

test('what the browser knows of other texts, even under odd names, changes nothing', async () => {
  const have = JSON.parse(
    `{"__proto__":${JSON.stringify(known(old))},"step-1":${JSON.stringify(known(old))}}`,
  )
  const { header, body } = await ask(`${old}more`, have)
  expect(header.fromBytes).toBeUndefined()
  expect(body.toString()).toBe(`${old}more`)
})

test('an unchanged text travels as nothing at all', async () => {
  const { header, body } = await ask(`${old}`, { 'step-0': known(old) })
  expect(header).toMatchObject({ fromBytes: old.length, bytes: 0 })
  expect(body).toHaveLength(0)
})

test('wherever the known part ends, also within a character, it and the rest are the whole', async () => {
  const part = fc.array(fc.constantFrom('日', '😀', 'é', 'a', '\n', '\ud800'), {
    minLength: 1,
    maxLength: 20,
  })
  await fc.assert(
    fc.asyncProperty(part, fc.nat(), async (parts, at) => {
      const text = parts.join('')
      const whole = Buffer.from(text)
      const prefix = whole.subarray(0, 1 + (at % whole.length))
      const { header, body } = await ask(text, { 'step-0': known(prefix) })
      expect(header.fromBytes).toBe(prefix.length)
      expect(Buffer.concat([prefix, body])).toEqual(whole)
    }),
    { numRuns: 50 },
  )
})

test('a GET still answers with everything', async () => {
  const { get } = createTestGateway({ nodeMan: nodeManWith(['text\n']) })
  const [frame] = parseFrames(Buffer.from(await (await get(nodeManLog)).arrayBuffer()))
  expect(frame?.text).toBe('text\n')
})

const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`step-${index}`, known(old)]))

test.each([
  ['more than 1,000 texts', many],
  ['a digest that is none', { a: { bytes: 1, digest: 'x'.repeat(32) } }],
  ['a length of nothing', { a: { bytes: 0, digest: digestOf(old) } }],
  ['a key without an end', { ['k'.repeat(301)]: known(old) }],
])('%s is refused', async (_, have) => {
  const { get, upstreamRequests } = createTestGateway()
  for (const path of [nodeManLog, `${live}/log`]) {
    const headers = { origin, 'content-type': 'application/json' }
    const answer = await get(path, { method: 'POST', headers, body: JSON.stringify({ keys: [], have }) })
    expect(answer.status).toBe(400)
    expect((await answer.json()).problem.message).toContain('have')
  }
  expect(upstreamRequests).toEqual([])
})
