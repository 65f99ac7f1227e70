import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { type Config, createLog, type GatewayLog, loadAssets, readConfig, secretsOf } from '#gateway'
import { composeGateway } from './compose-gateway.ts'

/*
 * The Node root: environment → configuration → gateway → listen. Built to dist/server/server.js, beside the app's
 * files in dist/client. Sentences for people go to standard error, log lines to standard output.
 */

/** Streams get this long to finish after SIGTERM; orchestrators kill after 30 s. */
const SHUTDOWN_MS = 10_000

/** Room for long cookies of a shared parent domain; Node's own limit is 16 KiB. */
const MAX_HEADER_BYTES = 64 * 1024

const say = (words: string) => process.stderr.write(`${words}\n`)

async function start(): Promise<void> {
  const result = readConfig(process.env)
  if (!result.ok) {
    say('Joblens cannot start:')
    for (const mistake of result.mistakes) say(`  ${mistake}`)
    process.exitCode = 1
    return
  }
  const { config, warnings } = result
  const log = createLog({ secrets: secretsOf(config) })
  keepAlive(log)
  const assets = await loadAssets(fileURLToPath(new URL('../client', import.meta.url)))
  const gateway = await composeGateway(config, { log, assets, version: readVersion() })
  const server = createAdaptorServer({
    fetch: (request) => gateway.fetch(request),
    overrideGlobalObjects: false,
    serverOptions: { maxHeaderSize: MAX_HEADER_BYTES },
  })
  if (assets === null)
    say('The app is not built, only its API answers. Run "npm run build", then start again.')
  for (const warning of warnings) say(`WARNING: ${warning}`)
  server.on('clientError', refuseMalformed)
  listen(server, config)
  shutDownOnSignal(server, log)
}

function listen(server: ServerType, config: Config): void {
  const { host, port, basePath } = config
  server.on('error', (error: NodeJS.ErrnoException) => {
    say(listenMistake(error, host, port))
    process.exit(1)
  })
  server.listen(port, host, () => {
    const address = server.address() as AddressInfo
    const name = host.includes(':') ? `[${host}]` : host
    process.stdout.write(`Joblens on http://${name}:${address.port}${basePath}\n`)
    if (config.job?.sandbox === true || config.nodeMan?.sandbox === true) {
      say('It reads the built-in sandbox, not a real BlueKing. README.md tells how to point it at yours.')
    }
  })
}

function listenMistake(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is already in use: choose another with PORT`
  if (error.code === 'EACCES') return `Not allowed to listen on port ${port}: choose another with PORT`
  if (error.code === 'EADDRNOTAVAIL') return `${host} is not an address of this machine: change HOST`
  return `Cannot listen on ${host}:${port}: ${error.message}`
}

/** What never became a request: a megabyte of address, or no HTTP at all. Node's own answer has no words. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const status = isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const words = isTooLong
    ? 'The address or the headers are too long for Joblens'
    : 'This is not an HTTP request'
  const head = 'content-type: text/plain; charset=utf-8\r\ncache-control: no-store\r\nconnection: close'
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\ncontent-length: ${words.length}\r\n\r\n${words}`)
}

/** One broken request must not end everybody's: what nobody caught is logged, and the process goes on. */
function keepAlive(log: GatewayLog): void {
  process.on('unhandledRejection', (error) => log.error({ error }, 'unhandled rejection'))
  process.on('uncaughtException', (error) => log.error({ error }, 'uncaught exception'))
}

/** Stops listening, lets running answers finish, then ends. A second signal ends at once. */
function shutDownOnSignal(server: ServerType, log: GatewayLog): void {
  let isStopping = false
  const stop = (signal: string): void => {
    if (isStopping) process.exit(1)
    isStopping = true
    log.info({ signal }, 'stopping')
    server.close(() => process.exit(0))
    setTimeout(() => process.exit(0), SHUTDOWN_MS).unref()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal))
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(text) as { readonly version: string }
  return version
}

await start()
