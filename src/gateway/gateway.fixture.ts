import { createSandbox, type Sandbox } from '#sandbox'
import { type Config, readConfig, secretsOf } from './config.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { createLog } from './log.ts'
import { createGatewayMetrics } from './operations/gateway-metrics.ts'
import type { Assets } from './static.ts'
import { callBy } from './upstream/fetch-call.ts'
import type { NodeManUpstream, UpstreamCall, UpstreamFetch } from './upstream/upstream.ts'
import { createUpstreams, type UpstreamsOptions } from './upstreams.ts'

/** A gateway over the sandbox, in this process, and everything it wrote or asked for. */
export interface TestGateway {
  readonly gateway: Gateway
  readonly config: Config
  /** Path and headers of the request; the origin is added. */
  get(path: string, init?: RequestInit): Promise<Response>
  readonly upstreamRequests: Request[]
  readonly logLines: string[]
  /** Switches a fault of the sandbox on, see its control interface. */
  control(path: string, body: unknown): Promise<Response>
}

export interface TestGatewayOptions {
  readonly environment?: Record<string, string>
  readonly assets?: Assets
  /** Instead of the sandbox. */
  readonly fetch?: UpstreamFetch
  /** Over HTTP, instead of both. */
  readonly ask?: UpstreamCall
  /** Instead of the adapter. */
  readonly nodeMan?: NodeManUpstream
  readonly timeouts?: NonNullable<UpstreamsOptions['timeouts']>
  readonly limits?: NonNullable<UpstreamsOptions['limits']>
  /** A sandbox of its own, for tests that switch faults on. */
  readonly hasFaults?: boolean
}

/** A clock that is only moved by hand: what runs must not write a line between two calls that are compared. */
const startedAt = Date.now()
const standing = { now: () => startedAt }

/** Telling the sandbox's story takes a while, so tests that only read share one. */
const sharedSandbox = createSandbox(standing)

export const origin = 'http://joblens.test'

export const realEnvironment = {
  JOBLENS_APP_CODE: 'joblens-app',
  JOBLENS_APP_SECRET: 'very-secret-app-secret',
  JOBLENS_JOB_API: 'gateway-v4',
  JOBLENS_JOB_URL: 'http://sandbox.invalid/api/bk-job/prod',
  JOBLENS_NODEMAN_API: 'gateway',
  JOBLENS_NODEMAN_URL: 'http://sandbox.invalid/api/bk-nodeman/prod',
  JOBLENS_LOGIN_URL: 'https://login.example/',
}

/** Without `environment` it is configured as the sandbox. */
export function createTestGateway(options: TestGatewayOptions = {}): TestGateway {
  const { environment = {}, assets, fetch, nodeMan, timeouts = { backoffMs: 1 }, limits = {} } = options
  const result = readConfig(environment)
  if (!result.ok) throw new Error(result.mistakes.join('\n'))
  const { config } = result
  const sandbox: Sandbox =
    options.hasFaults === true ? createSandbox({ ...standing, control: true }) : sharedSandbox
  const upstreamRequests: Request[] = []
  const logLines: string[] = []
  const log = createLog({
    secrets: secretsOf(config),
    level: 'debug',
    destination: { write: (line) => logLines.push(line) },
  })
  const watched: UpstreamFetch = (request) => {
    upstreamRequests.push(request.clone())
    return (fetch ?? sandbox.fetch)(request)
  }
  const metrics = createGatewayMetrics('1.2.3')
  const upstreams = createUpstreams(config, {
    callFor: () => options.ask ?? callBy(watched),
    log,
    metrics,
    timeouts,
    limits,
  })
  const gateway = createGateway({
    config,
    ...upstreams,
    metrics,
    nodeMan: nodeMan ?? upstreams.nodeMan,
    log,
    version: '1.2.3',
    assets: assets ?? null,
  })
  return {
    gateway,
    config,
    upstreamRequests,
    logLines,
    get: (path, init) => gateway.fetch(new Request(`${origin}${path}`, init)),
    control: (path, body) =>
      sandbox.fetch(
        new Request(`http://sandbox.invalid${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  }
}
