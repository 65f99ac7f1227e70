import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import {
  type Config,
  createHttpServer,
  createLog,
  forgetSecrets,
  type Gateway,
  type GatewayLog,
  loadAssets,
  readConfig,
  secretsOf,
  watchConnections,
} from '#gateway'
import { composeGateway } from './compose-gateway.ts'

/*
 * The Node root: environment → configuration → gateway → listen. Sentences for people go to standard error, log lines to
 * standard output.
 */

/**
 * Answers get this long to finish after SIGTERM; orchestrators kill after 30 s, some of which go by before it. With the last
 * lines of the log it is over within 20 s.
 */
const SHUTDOWN_MS = 19_000

/** So many requests that were cut off are named in the log. */
const MOST_NAMED = 50

/** Connections that wait to be taken: Node's own 511 fewer than a restart of a balancer brings at once. */
const BACKLOG = 4096

/** How the process ends, for those who start it (docs/operating.md). An error at start that nobody foresaw is Node's 1. */
const exitCodes = { stopped: 0, misconfigured: 2, cannotListen: 3, cutOff: 4 } as const

const say = (words: string) => process.stderr.write(`${words}\n`)

/** What it is started with, where the build put things, and what is done with a signal from now on. */
export interface ServerStart {
  /** Its secrets are taken out of it. */
  readonly environment: Record<string, string | undefined>
  /** The folder of the app's files. */
  readonly client: URL
  readonly packageJson: URL
  readonly onSignal: (end: (signal: string) => void) => void
}

/** Resolves when it listens, or has said why it can't. */
export async function runServer({ environment, client, packageJson, onSignal }: ServerStart): Promise<void> {
  const result = readConfig(environment)
  forgetSecrets(environment)
  if (!result.ok) {
    say('Joblens cannot start:')
    for (const mistake of result.mistakes) say(`  ${mistake}`)
    process.exitCode = exitCodes.misconfigured
    return
  }
  const { config, warnings } = result
  const log = createLog({ secrets: secretsOf(config) })
  keepAlive(log)
  const assets = await loadAssets(fileURLToPath(client))
  const gateway = await composeGateway(config, { log, assets, version: readVersion(packageJson) })
  const server = createHttpServer(gateway)
  const shutDown = createShutDown(server, gateway, log)
  if (assets === null)
    say('The app is not built, only its API answers. Run "npm run build", then start again.')
  for (const warning of warnings) say(`WARNING: ${warning}`)
  listen(server, config)
  onSignal(shutDown)
}

function listen(server: Server, config: Config): void {
  const { host, port, basePath } = config
  server.on('error', (error: NodeJS.ErrnoException) => {
    say(listenMistake(error, host, port))
    process.exit(exitCodes.cannotListen)
  })
  server.listen(port, host, BACKLOG, () => {
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

/** One broken request must not end everybody's: what nobody caught is logged, and the process goes on. */
function keepAlive(log: GatewayLog): void {
  process.on('unhandledRejection', (error) => log.error({ error }, 'unhandled rejection'))
  process.on('uncaughtException', (error) => log.error({ error }, 'uncaught exception'))
}

/** Stops listening, lets running answers finish, then ends. A second signal ends at once. */
function createShutDown(server: Server, gateway: Gateway, log: GatewayLog): (signal: string) => void {
  const connections = watchConnections(server)
  let isStopping = false
  const cutOff = (): void => {
    const left = gateway.underWay()
    const named = left.slice(0, MOST_NAMED).map(({ requestId, route }) => ({ requestId, operation: route }))
    log.warn({ count: left.length, cutOff: named }, 'stopped before all answers were finished')
    process.exit(exitCodes.cutOff)
  }
  return (signal) => {
    if (isStopping) cutOff()
    isStopping = true
    log.info({ signal }, 'stopping')
    gateway.stop()
    server.close(() => process.exit(exitCodes.stopped))
    setTimeout(cutOff, SHUTDOWN_MS).unref()
    connections.closeUnused()
    // A connection that has just answered would wait for its next request.
    setInterval(connections.closeUnused, 100).unref()
  }
}

function readVersion(packageJson: URL): string {
  const { version } = JSON.parse(readFileSync(packageJson, 'utf8')) as { readonly version: string }
  return version
}
