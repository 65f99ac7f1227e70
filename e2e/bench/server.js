import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildBodies } from './streams.js'

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
}
/** The product's rules for pages and workers: a reader that only works without them would not be worth measuring. */
const policy =
  "script-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types joblens-worker"
const workerPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
const policyOf = (path) => (extname(path) === '.html' ? policy : workerPolicy)
const frames = { 'content-type': 'application/x-joblens-frames', 'cache-control': 'no-store' }

/**
 * Serves the built pages below `/sub/path/`, the prepared log at `/log`, the growing one at `/tail`, rows at `/rows`.
 * @param {string} folder the build
 * @param {number} port 0 for any
 */
export async function startServer(folder, port = 0) {
  let bodies = new Map()
  let tail = null
  let rows = null
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/log') {
      response.writeHead(200, frames).end(bodies.get(url.searchParams.get('as') ?? 'frames'))
    } else if (url.pathname === '/rows') {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(rows)
    } else if (url.pathname === '/tail') await sendTail(response, tail)
    else await sendFile(response, url.pathname)
  })

  async function sendFile(response, pathname) {
    const path = normalize(pathname.replace(/^\/sub\/path\//, ''))
    const body = await readFile(join(folder, path)).catch(() => null)
    if (body === null) return response.writeHead(404).end()
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
    // Peers write markup and start workers in ways that the product does not allow itself.
    if (!path.startsWith('e2e/bench/peers/')) response.setHeader('content-security-policy', policyOf(path))
    response.end(body)
  }

  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${server.address().port}`
  return {
    origin,
    /** Makes what is served before anybody waits for it, and forgets what was served. Answers its address. */
    prepare(source) {
      bodies = new Map()
      bodies = buildBodies(source)
      return `${origin}/log?shape=${source.shape}&lines=${source.lineCount}`
    },
    /** What the tables of the bench show; answers its address. */
    prepareRows(next) {
      rows = JSON.stringify(next)
      return `${origin}/rows`
    },
    prepareTail(next) {
      tail = next
      return `${origin}/tail`
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function sendTail(response, { head, pieces, end }) {
  response.writeHead(200, frames).write(head)
  const startAt = performance.now()
  for (const [index, piece] of pieces.entries()) {
    await sleep(Math.max(0, startAt + index * 100 - performance.now()))
    if (response.destroyed) return
    response.write(piece)
  }
  response.end(end)
}
