import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, remote, test } from './fixtures.ts'

/* What travels between browser and gateway: seen from in between, since the worker's requests are not the page's. */

/** One answer of the log endpoint. */
interface Travelled {
  /** Texts the browser said it has. */
  readonly have: number
  readonly frames: string
}

interface Between {
  readonly url: string
  readonly seen: readonly Travelled[]
  readonly server: Server
}

/** Stands between browser and gateway and keeps what their log endpoint says. */
async function listenBetween(target: string): Promise<Between> {
  const seen: Travelled[] = []
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const { method, headers, url = '/' } = incoming
    const forward = ask(`${target}${url}`, { method, headers }, async (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      const pieces: Buffer[] = []
      for await (const piece of answer) {
        pieces.push(piece)
        outgoing.write(piece)
      }
      outgoing.end()
      if (!url.endsWith('/log')) return
      const { have = {} } = JSON.parse(body.toString() || '{}')
      seen.push({ have: Object.keys(have).length, frames: Buffer.concat(pieces).toString() })
    })
    forward.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, server }
}

test('while a step runs, only what its logs gained travels', async ({ page, context, anew }) => {
  // The hosts' logs are long enough then to be worth naming.
  await remote(anew).advance(300_000)
  const { url, seen, server } = await listenBetween(anew.url)
  await context.addCookies([{ name: 'bk_token', value: 'demo', url }])
  await page.goto(`${url}/biz/2/job-instances/20000000016/steps/20000001601?lang=en`)
  await expect.poll(() => seen.length).toBeGreaterThan(2)
  const gained = seen
    .at(-1)
    ?.frames.split('\n')
    .filter((line) => line.includes(' INFO '))
  await expect(page.getByRole('log')).toContainText(gained?.at(-1) ?? 'nothing was gained')
  await page.close()
  server.closeAllConnections()
  server.close()
  const [first, second] = seen
  expect([first?.have, second?.have]).toEqual([0, 1])
  expect(first?.frames).not.toContain('fromBytes')
  expect(second?.frames).toContain('fromBytes')
  expect((second?.frames.length ?? 0) * 10).toBeLessThan(first?.frames.length ?? 0)
})
