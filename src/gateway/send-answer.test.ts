import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { AnswerEnd } from './gateway.ts'
import { createHttpServer, type StallLimits } from './http-server.ts'

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

async function serve(stalls: StallLimits, isShort = () => false) {
  const whole = Buffer.alloc(SIZE, 'a')
  const ends: AnswerEnd[] = []
  const gateway = {
    answer: async () => ({
      answer: new Response(null, { headers: { 'content-length': `${SIZE}` } }),
      whole,
      ended: (end: AnswerEnd) => void ends.push(end),
    }),
    refused: () => 'id',
    isShort,
  }
  const server = createHttpServer(gateway, undefined, stalls)
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
    return socket
  }
  return { ask, ends }
}

test('a browser that takes nothing of an answer for too long has left', async () => {
  const { ask } = await serve({ stallMs: 50, shortStallMs: 50 })
  const socket = await ask()
  await expect.poll(() => socket.destroyed, { timeout: 20_000 }).toBe(true)
  expect(socket.bytesWritten).toBeLessThan(SIZE)
})

test('who takes nothing is cut off sooner where others wait for what lies, and not before', async () => {
  let isShort = false
  let asked = 0
  const { ask, ends } = await serve({ stallMs: 600_000, shortStallMs: 10 }, () => {
    asked += 1
    return isShort
  })
  const socket = await ask()
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(1)
  expect(socket.destroyed).toBe(false)
  isShort = true
  await expect.poll(() => ends, { timeout: 20_000 }).toEqual(['cut-off'])
})
