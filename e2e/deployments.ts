import { spawnServer } from './bench/spawn-server.js'

/*
 * What runs while the end-to-end tests run: two sandboxes on real ports (one of them for tests that switch faults
 * on, so that they disturb nobody) and a gateway per upstream generation.
 */

/** One gateway of ours and how it was configured. */
export interface Gateway {
  readonly name: string
  readonly port: number
  readonly url: string
  /** Where it is under its origin, `''` or `/…` without a slash at the end. */
  readonly basePath: string
  readonly env: Readonly<Record<string, string>>
}

/** A gateway and the sandbox behind it, both of one test. */
export interface OwnDeployment {
  readonly url: string
  readonly basePath: string
  readonly sandboxUrl: string
  readonly stop: () => void
}

/** The first of twenty ports in a row; another one for a second run beside the first. */
const first = Number(process.env['JOBLENS_E2E_PORT'] ?? 5400)
const at = (port: number) => `http://127.0.0.1:${port}`

export const sandboxes = [
  { name: 'shared', port: first, url: at(first) },
  { name: 'faulty', port: first + 1, url: at(first + 1) },
] as const

/** The secret of every test gateway; tests grep answers and pages for it. */
export const appSecret = 'e2e-very-secret-value'

/** Variables of a gateway before this upstream. */
export function configured(upstream: string, job: string, nodeMan: 'gateway' | 'esb', logPath?: string) {
  return {
    JOBLENS_APP_CODE: 'joblens-e2e',
    JOBLENS_APP_SECRET: appSecret,
    JOBLENS_JOB_API: job,
    JOBLENS_JOB_URL: job === 'esb' ? upstream : `${upstream}/api/bk-job/prod`,
    JOBLENS_NODEMAN_API: nodeMan,
    JOBLENS_NODEMAN_URL: nodeMan === 'esb' ? upstream : `${upstream}/api/bk-nodeman/prod`,
    ...(logPath === undefined ? {} : { JOBLENS_NODEMAN_LOG_PATH: logPath }),
    JOBLENS_JOB_WEB_URL: 'https://job.example.com',
    JOBLENS_LOGIN_URL: 'https://login.example.com/',
    JOBLENS_APPLY_URL: 'https://iam.example.com/apply',
  }
}

const shared = sandboxes[0].url
const faulty = sandboxes[1].url

const list: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['sandbox', {}],
  ['gateway-v3', configured(shared, 'gateway-v3', 'gateway')],
  ['gateway-v4', configured(shared, 'gateway-v4', 'gateway', '/open/api/job/{id}/log/')],
  ['gateway-v4-ip-log', configured(shared, 'gateway-v4-ip-log', 'gateway', '/api/job/{pk}/log/')],
  ['esb', configured(shared, 'esb', 'esb')],
  ['faulty', configured(faulty, 'gateway-v3', 'gateway')],
  ['sub-path', { JOBLENS_BASE_PATH: '/tools/joblens/' }],
]

export const gateways: readonly Gateway[] = list.map(([name, env], index) => ({
  name,
  port: first + 10 + index,
  url: at(first + 10 + index),
  basePath: (env['JOBLENS_BASE_PATH'] ?? '').replace(/\/$/, ''),
  env,
}))

/** The gateway of that name; throws when there is none. */
export function gateway(name: string): Gateway {
  const found = gateways.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`no gateway ${name}`)
  return found
}

/**
 * Starts a sandbox, whose running executions begin now, and a gateway before it, on free ports. `env` configures the
 * gateway further.
 */
export async function startAnew(env: Readonly<Record<string, string>> = {}): Promise<OwnDeployment> {
  const sandbox: Spawned = await spawnServer('dist/sandbox/sandbox-server.js', {})
  const { url, stop }: Spawned = await spawnServer('dist/server/server.js', {
    ...configured(sandbox.url, 'gateway-v4', 'gateway'),
    ...env,
  })
  const stopBoth = () => {
    stop()
    sandbox.stop()
  }
  return { url, basePath: '', sandboxUrl: sandbox.url, stop: stopBoth }
}

interface Spawned {
  readonly url: string
  readonly stop: () => void
}
