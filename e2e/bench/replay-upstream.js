/*
 * An upstream that costs nothing: answers each path with what was recorded of it, after the same 20 ms. Started by load.js
 * as a process of its own, told the records by a message, so that only the gateway is measured.
 */
import { createServer } from 'node:http'

const delayMs = 20
let bodies = new Map()

process.on('message', (records) => {
  bodies = new Map(records.map(([path, text]) => [path, Buffer.from(text)]))
  process.send('ready')
})

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume()
  request.on('end', () => {
    const body = bodies.get(request.url.split('?', 1)[0].split('/').at(-1))
    if (body === undefined) response.writeHead(404).end('{}')
    else setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(body), delayMs)
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`replay on http://127.0.0.1:${server.address().port}\n`)
})
