import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { buildFrames } from './lines.js'

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
/** The product's rules for scripts: a reader that only works without them would not be worth measuring. */
const policy =
  "script-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types joblens-worker"

/**
 * Serves the built pages below `/sub/path/` and streams at `/frames?lines=n`.
 * @param {string} folder the build
 * @param {number} port 0 for any
 */
export async function startServer(folder, port = 0) {
  const streams = new Map()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/frames') {
      const count = Number(url.searchParams.get('lines'))
      if (!streams.has(count)) streams.set(count, buildFrames(count))
      response.writeHead(200, { 'content-type': 'application/x-joblens-frames', 'cache-control': 'no-store' })
      response.end(streams.get(count))
      return
    }
    try {
      const path = normalize(url.pathname.replace(/^\/sub\/path\//, ''))
      const body = await readFile(join(folder, path))
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': policy,
      })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Makes a stream before anybody waits for it, and forgets the others: one of 5,000,000 lines is 0.6 GB. */
    prepare(count) {
      streams.clear()
      streams.set(count, buildFrames(count))
    },
    close: () => server.close(),
  }
}
