import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFrameReader, type FrameReaderState } from './frame-reader.ts'

const encoder = new TextEncoder()

interface Read {
  readonly headers: unknown[]
  readonly bodies: string[]
  readonly state: FrameReaderState
}

function readAll(stream: Uint8Array, cuts: readonly number[] = []): Read {
  const headers: unknown[] = []
  const bodies: Uint8Array[][] = []
  const whole: number[] = []
  const reader = createFrameReader({
    onHeader: (header) => {
      headers.push(header)
      bodies.push([])
    },
    onBody: (piece) => bodies.at(-1)?.push(piece.slice()),
    onFrameEnd: () => whole.push(headers.length),
  })
  const edges = [0, ...[...cuts].sort((a, b) => a - b), stream.length]
  let state: FrameReaderState = { kind: 'open' }
  edges.slice(1).forEach((edge, index) => {
    state = reader.push(stream.subarray(edges[index], edge))
  })
  return { headers, bodies: bodies.map((pieces) => Buffer.concat(pieces).toString()), state }
}

function frame(header: object, body = ''): string {
  return `${JSON.stringify({ ...header, bytes: encoder.encode(body).length })}\n${body}`
}

test('reads the same frames wherever the stream is cut', () => {
  const frames = fc.array(
    fc.record({ key: fc.string({ unit: 'grapheme' }), body: fc.string({ unit: 'binary', maxLength: 200 }) }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(frames, fc.array(fc.nat()), (list, cutSeeds) => {
      // A lone surrogate cannot be in a UTF-8 stream in the first place.
      const texts = list.map(({ key, body }) => ({ key, body: body.toWellFormed() }))
      const text = texts.map(({ key, body }) => frame({ kind: 'script-log', key }, body)).join('')
      const stream = encoder.encode(`${text}${frame({ kind: 'end' })}`)
      const read = readAll(
        stream,
        cutSeeds.map((seed) => seed % (stream.length + 1)),
      )
      expect(read.state).toEqual({ kind: 'ended' })
      expect(read.bodies).toEqual([...texts.map(({ body }) => body), ''])
      expect(read.headers.slice(0, -1)).toMatchObject(texts.map(({ key }) => ({ kind: 'script-log', key })))
    }),
  )
})

test('arbitrary bytes never throw and never count as complete', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(300)), (bytes, cuts) => {
      const { state } = readAll(
        bytes,
        cuts.filter((cut) => cut <= bytes.length),
      )
      expect(state.kind).not.toBe('ended')
    }),
  )
})

test('a stream cut anywhere before its end stays open', () => {
  const stream = encoder.encode(frame({ kind: 'script-log', key: '1' }, 'hello\n') + frame({ kind: 'end' }))
  for (let length = 0; length < stream.length; length += 1) {
    expect(readAll(stream.subarray(0, length)).state.kind).toBe('open')
  }
  expect(readAll(stream).state.kind).toBe('ended')
})

test.each([
  ['no JSON', 'hello\n', /not JSON/],
  ['an array', '[]\n', /lacks its kind/],
  ['no kind', '{"bytes":0}\n', /lacks its kind/],
  ['a negative length', '{"kind":"a","key":"b","bytes":-1}\n', /lacks its kind/],
  ['a fractional length', '{"kind":"a","key":"b","bytes":1.5}\n', /lacks its kind/],
  ['a length beyond the index', '{"kind":"a","key":"b","bytes":4294967296}\n', /lacks its kind/],
  ['a text without a key', '{"kind":"a","bytes":3}\nabc', /lacks its kind/],
  ['a key that is no string', '{"kind":"a","key":7,"bytes":3}\nabc', /lacks its kind/],
  ['a rest of nothing', '{"kind":"a","fromBytes":3,"bytes":0}\n', /lacks its kind/],
  ['a rest from nowhere', '{"kind":"a","key":"b","fromBytes":-3,"bytes":0}\n', /lacks its kind/],
  ['invalid UTF-8 in a header', '\xff\n', /not JSON/],
  ['bytes after the end', `${frame({ kind: 'end' })}x`, /after the end/],
  ['an endless header', 'x'.repeat(1024 * 1024 + 1), /longer than/],
])('%s is garbled', (_, text, message) => {
  const { state } = readAll(Buffer.from(text, 'latin1'), [2])
  expect(state).toEqual({ kind: 'garbled', message: expect.stringMatching(message) })
})

test('fields the engine does not know are passed on', () => {
  const { headers } = readAll(encoder.encode(frame({ kind: 'later', deep: { id: '9223372036854775807' } })))
  expect(headers).toEqual([{ kind: 'later', deep: { id: '9223372036854775807' }, bytes: 0 }])
})
