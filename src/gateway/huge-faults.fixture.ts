import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { type FaultCase, html, json, say } from './faults.fixture.ts'
import type { Fault } from './faulty-upstream.fixture.ts'

const MIB = 1024 * 1024

/** What is waiting in the system's buffers of both ends when the connection is closed, and the answer as far as it is read. */
const UNDER_WAY_BYTES = 24 * MIB

/** Writes without end until the other side hangs up, or has taken `most`. */
async function pour(response: ServerResponse, piece: Buffer, most: number): Promise<void> {
  for (let sent = 0; sent < most && !response.destroyed; sent += piece.length) {
    if (!response.write(piece)) {
      await new Promise<void>((resolve) => {
        response.once('drain', resolve)
        response.once('close', resolve)
      })
    }
  }
  response.end()
}

/** 200 MB that begin with `beginning`. */
const endless =
  (beginning: string, headers: Record<string, string | number> = json): Fault =>
  async ({ response }) => {
    response.writeHead(200, headers).write(beginning)
    await pour(response, Buffer.alloc(MIB, 'a'), 200 * MIB)
  }

const bomb = gzipSync(Buffer.from(`{"data":"${'a'.repeat(32 * MIB)}"}`))
const tooLarge = { told: { kind: 'too-large' }, tries: 1, mostBytes: UNDER_WAY_BYTES } as const

const listOf = (piece: string, count: number) =>
  `{"data":{"data":[${piece.repeat(count)}${piece.slice(0, -1)}]}}`
const names = Array.from({ length: 8_000 }, (_, index) => `"name-${index}":1`)

/** Few bytes, and twenty times as many when they are values. */
const tooMany: Readonly<Record<string, string>> = {
  numbers: listOf('1,', 200_000),
  'long numbers': listOf('9007199254740993,', 40_000),
  texts: listOf('"ab",', 80_000),
  objects: listOf('{},', 60_000),
  lists: listOf('[],', 60_000),
  'lists in lists': '['.repeat(100_000) + ']'.repeat(100_000),
  'lists in lists that never end': '['.repeat(200_000),
  'one text': `{"data":"${'a'.repeat(700_000)}"}`,
  names: `{"data":{${names.join(',')}}}`,
  'objects of other names': `{"data":{"data":[${names.map((name) => `{${name}}`).join(',')}]}}`,
}

/** Faults of more than anybody can take. */
export const hugeFaults: readonly FaultCase[] = [
  { name: '200 MB', fault: endless('{"data":"'), ...tooLarge },
  {
    name: '200 MB, it says',
    fault: endless('{"data":"', { ...json, 'content-length': 200 * MIB }),
    ...tooLarge,
  },
  {
    name: '200 MB of a page',
    fault: endless(html),
    told: { kind: 'bad-answer', message: 'Upstream answered with a web page instead of JSON' },
    tries: 1,
    mostBytes: UNDER_WAY_BYTES,
  },
  { name: 'a gzip bomb', fault: say(200, bomb, { ...json, 'content-encoding': 'gzip' }), ...tooLarge },
  {
    name: 'a bomb in a bomb',
    fault: say(200, gzipSync(bomb), { ...json, 'content-encoding': 'gzip, gzip' }),
    ...tooLarge,
  },
  ...Object.entries(tooMany).map(
    ([name, body]): FaultCase => ({
      name: `nothing but ${name}`,
      fault: say(200, body),
      told: {
        kind: 'too-large',
        message: expect.stringMatching(/ more values than Joblens can take: ask for less/),
      },
      tries: 1,
    }),
  ),
]
