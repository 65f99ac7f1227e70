import fc from 'fast-check'
import { expect, test } from 'vitest'
import { framesContentType } from '#contract'
import { noteMissing } from './cut-off.ts'
import { beginExchange } from './exchange.ts'
import { frameBytes } from './frame-bytes.ts'
import { parseFrames, type ReadFrame, readFrames } from './frames.fixture.ts'
import { frameAnswer } from './frames.ts'
import { ProblemError, problemOf } from './problem-error.ts'
import type { LogFrame } from './upstream/upstream.ts'

const links = {
  login: 'https://login.example/',
  jobWeb: null,
  nodeManWeb: null,
  apply: 'https://iam.example/',
}

function transferOf(hostKey: string): LogFrame {
  const transfer = {
    direction: 'download',
    source: null,
    sourcePath: '/a',
    destination: null,
    destinationPath: null,
    status: 4,
    size: null,
    speed: null,
    progress: null,
  } as const
  return { header: { kind: 'transfer', key: `${hostKey}#1`, hostKey, transfer }, text: '' }
}

const end: LogFrame = {
  header: { kind: 'end', totals: { hosts: 0, logs: 0, transfers: 0, missing: 0, failed: 0, bytes: 0 } },
  text: '',
}
const logOf = (key: string, text: string): LogFrame => ({
  header: {
    kind: 'script-log',
    key,
    content: 'text',
    executeObject: { kind: 'container', id: key, uid: null, name: null, nodeHostId: null },
  },
  text,
})

/** Starts an answer from frames and keeps what its end was told. */
function start(frames: AsyncIterable<LogFrame>) {
  const exchange = beginExchange(new Request('http://joblens.test/'))
  const finished: { outcome: string; bytes: number; error: unknown }[] = []
  const answer = frameAnswer(frames, {
    exchange,
    links,
    known: new Map(),
    onFinish: (outcome, bytes, error) => finished.push({ outcome, bytes, error }),
  })
  return { exchange, finished, answer }
}

async function* framesOf(...frames: readonly (LogFrame | Error)[]): AsyncGenerator<LogFrame> {
  for (const frame of frames) {
    if (frame instanceof Error) throw frame
    yield frame
  }
}

/** A promise resolved from outside; Promise.withResolvers is younger than Node 20. */
function deferred<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve: (value: T) => resolve(value) }
}

const kinds = (frames: readonly ReadFrame[]) => frames.map(({ header }) => header.kind)

test('any text survives as a frame body, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const bytes = Buffer.concat(texts.flatMap((text, index) => frameBytes(logOf(`${index}`, text))))
      expect(parseFrames(bytes).map(({ text }) => text)).toEqual(texts)
    }),
  )
})

test('half a surrogate pair does not shift the frames behind it', () => {
  const frames = parseFrames(
    Buffer.concat([...frameBytes(logOf('1', 'a\ud800')), ...frameBytes(logOf('2', 'b'))]),
  )
  expect(frames.map(({ text }) => text)).toEqual(['a\ufffd', 'b'])
})

test('frames arrive in order, typed, and the end is the last', async () => {
  const { answer, finished } = start(framesOf(logOf('1', '第一'), logOf('2', 'two\n'), end))
  const response = await answer
  expect(response.headers.get('content-type')).toBe(framesContentType)
  const frames = await readFrames(response)
  expect(frames.map(({ text }) => text)).toEqual(['第一', 'two\n', ''])
  expect(kinds(frames)).toEqual(['script-log', 'script-log', 'end'])
  expect(finished).toEqual([{ outcome: 'ok', bytes: expect.any(Number), error: null }])
})

test('small frames that are ready travel in one chunk, a large one in several', async () => {
  const large = 'x'.repeat(70_000)
  const { answer } = start(
    framesOf(logOf('1', 'a'), logOf('2', 'b'), logOf('3', large), logOf('4', 'c'), end),
  )
  const sizes: number[] = []
  for await (const chunk of (await answer).body ?? []) sizes.push(chunk.length)
  expect(sizes).toHaveLength(2)
  expect(sizes[0]).toBe(64 * 1024)
})

test('a text in bytes is copied before the next frame is asked for, whatever becomes of its memory then', async () => {
  const texts = [100, 200_000, 1, 65_536, 0, 70_000].map((size, index) => Buffer.alloc(size, 97 + index))
  const sent = texts.map(String)
  async function* reused(): AsyncGenerator<LogFrame> {
    for (const [index, text] of texts.entries()) {
      yield { ...logOf(String(index), ''), text }
      text.fill('!')
    }
    yield end
  }
  const frames = await readFrames(await start(reused()).answer)
  expect(frames.slice(0, -1).map(({ text }) => text)).toEqual(sent)
})

test('the first host is sent while the second is still being fetched', async () => {
  const second = deferred<LogFrame>()
  async function* slowly() {
    yield logOf('1', 'first')
    yield await second.promise
    yield end
  }
  const { answer } = start(slowly())
  const reader = ((await answer).body as ReadableStream<Uint8Array>).getReader()
  const first = await reader.read()
  expect(parseFrames(Buffer.from(first.value ?? [])).map(({ text }) => text)).toEqual(['first'])
  second.resolve(logOf('2', 'second'))
  const rest = await reader.read()
  expect(kinds(parseFrames(Buffer.from(rest.value ?? [])))).toEqual(['script-log', 'end'])
})

test('a reader that does not read holds the adapter back', async () => {
  let made = 0
  async function* endless() {
    for (;;) {
      made += 1
      yield logOf(String(made), 'x'.repeat(65_536))
    }
  }
  const { answer } = start(endless())
  const response = await answer
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  for (let read = 0; read < 3; read += 1) await reader.read()
  await new Promise((resolve) => setImmediate(resolve))
  // Three were read; one more is fetched ahead.
  expect(made).toBeLessThanOrEqual(5)
  await reader.cancel()
})

test('a fast reader of ready frames leaves a turn of the event loop to others with every chunk', async () => {
  async function* ready() {
    for (let index = 0; index < 20; index += 1) yield logOf(String(index), 'x'.repeat(65_536))
    yield end
  }
  let turns = 0
  const tick = () => {
    turns += 1
    if (turns < 1000) setImmediate(tick)
  }
  setImmediate(tick)
  const { answer } = start(ready())
  let turnsAtEnd = 0
  for await (const chunk of (await answer).body ?? []) if (chunk.length > 0) turnsAtEnd = turns
  turns = 1000
  expect(turnsAtEnd).toBeGreaterThanOrEqual(19)
})

test('a failure before the first frame is no stream at all', async () => {
  const { answer, exchange } = start(framesOf(new ProblemError({ kind: 'gone', message: 'gone' })))
  await expect(answer).rejects.toThrow('gone')
  expect(exchange.streaming).toBe(false)
})

test('an adapter that throws midway: a problem frame, and no end', async () => {
  const broken = new Error('token=abcdef')
  const { answer, finished } = start(framesOf(logOf('1', 'kept'), broken))
  const frames = await readFrames(await answer)
  expect(frames).toMatchObject([
    { text: 'kept' },
    { header: { kind: 'problem', keys: [], problem: { kind: 'internal' } } },
  ])
  expect(JSON.stringify(frames)).not.toContain('abcdef')
  expect(finished).toMatchObject([{ outcome: 'cut-off', error: broken }])
})

test('an adapter that throws midway: the frame says what had not come', async () => {
  const missing: LogFrame = { header: { kind: 'missing', keys: ['3'] }, text: '' }
  const frames = framesOf(
    logOf('1', 'kept'),
    missing,
    transferOf('2'),
    transferOf('4'),
    transferOf('4'),
    new Error('broken'),
  )
  // Of 4 there might have been more.
  const { answer } = start(noteMissing(frames, ['1', '2', '3', '4', '5']))
  expect((await readFrames(await answer)).at(-1)?.header).toMatchObject({
    kind: 'problem',
    keys: ['4', '5'],
    problem: { kind: 'internal' },
  })
  const atOnce = start(
    noteMissing(framesOf(new ProblemError({ kind: 'gone', message: 'gone' })), ['1']),
  ).answer
  await expect(atOnce).rejects.toMatchObject({ facts: { kind: 'gone' } })
})

test('an adapter that forgets its end is cut off, not complete', async () => {
  const { answer, finished } = start(framesOf(logOf('1', 'x')))
  expect(kinds(await readFrames(await answer))).toEqual(['script-log'])
  expect(finished).toMatchObject([{ outcome: 'cut-off' }])
})

test('problem frames are told where to sign in and where to apply', async () => {
  const problem = (kind: 'not-signed-in' | 'denied'): LogFrame => ({
    header: {
      kind: 'problem',
      keys: ['1'],
      problem: problemOf(new ProblemError({ kind, message: '' }), { requestId: 'id', language: 'en' }),
    },
    text: '',
  })
  const { answer } = start(framesOf(problem('not-signed-in'), problem('denied'), end))
  expect(await readFrames(await answer)).toMatchObject([
    { header: { problem: { loginUrl: 'https://login.example/', applyUrl: null } } },
    { header: { problem: { loginUrl: null, applyUrl: 'https://iam.example/' } } },
    {},
  ])
})

test('a reader that leaves aborts the adapter', async () => {
  let exchangeSignal: AbortSignal | undefined
  const asked = deferred<void>()
  async function* waiting() {
    yield logOf('1', 'x')
    asked.resolve()
    await new Promise((_resolve, reject) => {
      exchangeSignal?.addEventListener('abort', () => reject(new Error('left')))
    })
  }
  const { answer, exchange, finished } = start(waiting())
  exchangeSignal = exchange.signal
  const reader = ((await answer).body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  await asked.promise
  await reader.cancel()
  expect(exchange.signal.aborted).toBe(true)
  expect(finished).toMatchObject([{ outcome: 'left' }])
})
