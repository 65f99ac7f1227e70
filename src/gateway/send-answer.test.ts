import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createHttpServer } from './http-server.ts'
import { createUntakenAnswers } from './untaken-answers.ts'

/* A whole answer is as large as it is, and lies here until its browser has taken it. */

const MIB = 1024 * 1024
const SIZE = 24 * MIB

const open: (Server | Socket)[] = []
afterEach(() => {
  for (const each of open.splice(0)) {
    if ('closeAllConnections' in each) each.close().closeAllConnections()
    else each.destroy()
  }
})

async function serve(
  ...[stallMs, untaken]: [stallMs: number, untaken?: ReturnType<typeof createUntakenAnswers>]
) {
  const whole = Buffer.alloc(SIZE, 'a')
  const gateway = {
    answer: async () => ({ answer: new Response(null, { headers: { 'content-length': `${SIZE}` } }), whole }),
    refused: () => 'id',
  }
  const server = createHttpServer(gateway, undefined, stallMs, untaken)
  open.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  /** The server's side of a connection on which something was asked for and nothing is read. */
  const ask = async () => {
    const accepted = once(server, 'connection')
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
    open.push(client)
    client.on('error', () => undefined).write('GET /api/scopes HTTP/1.1\r\nHost: a\r\n\r\n')
    const [socket] = (await accepted) as [Socket]
    return { client, socket }
  }
  return { ask }
}

test('a browser that takes nothing of an answer for too long has left', async () => {
  const { ask } = await serve(50)
  const { socket } = await ask()
  await expect.poll(() => socket.destroyed, { timeout: 20_000 }).toBe(true)
  expect(socket.bytesWritten).toBeLessThan(SIZE)
})

test('where browsers leave more lying than there is room for, those that take nothing are cut off, not who reads', async () => {
  const { ask } = await serve(60_000, createUntakenAnswers(2 * SIZE, 50))
  const first = await ask()
  const second = await ask()
  const reading = await ask()
  let got = 0
  reading.client.on('data', (piece) => {
    got += piece.length
  })
  const cutOff = () => [first, second].filter(({ socket }) => socket.destroyed)
  await expect.poll(cutOff, { timeout: 20_000 }).toHaveLength(1)
  await expect.poll(() => got, { timeout: 20_000 }).toBeGreaterThan(SIZE)
  expect(cutOff()).toHaveLength(1)
})
