import { type Capabilities, endpointPaths } from '#contract'
import type { Api, ApiParts } from '../api-parts.ts'
import type { Config } from '../config.ts'

/** `GET /capabilities`: needs no user, so that even a signed-out page knows where to sign in. */
export function addCapabilities(api: Api, { config, version }: ApiParts): void {
  const capabilities = capabilitiesOf(config, version)
  api.get(endpointPaths.capabilities, (c) => {
    c.env.route = 'capabilities'
    return c.json(capabilities)
  })
}

type JobCapabilities = NonNullable<Capabilities['job']>

/** What each generation can do (bk-job A.3, A.5, A.6): v4 counts nothing, v3 lists 30 days at most. */
const generations: Readonly<
  Record<
    JobCapabilities['generation'],
    Pick<JobCapabilities, 'scopes' | 'containers' | 'hostsPerCall' | 'jobInstanceList'>
  >
> = {
  'gateway-v3': {
    scopes: false,
    containers: false,
    hostsPerCall: 500,
    jobInstanceList: { total: true, maxSpanDays: 30 },
  },
  'gateway-v4': {
    scopes: true,
    containers: true,
    hostsPerCall: 50,
    jobInstanceList: { total: false, maxSpanDays: null },
  },
  'gateway-v4-ip-log': {
    scopes: true,
    containers: false,
    hostsPerCall: 500,
    jobInstanceList: { total: false, maxSpanDays: null },
  },
  esb: {
    scopes: false,
    containers: false,
    hostsPerCall: 500,
    jobInstanceList: { total: true, maxSpanDays: 30 },
  },
}

/** The configuration as the browser may see it. */
export function capabilitiesOf(config: Config, version: string): Capabilities {
  return {
    job: jobCapabilities(config),
    nodeMan: nodeManCapabilities(config),
    upstreamTimeZone: config.upstreamTimeZone,
    links: config.links,
    actAs: config.actAs,
    version,
  }
}

function jobCapabilities({ job }: Config): Capabilities['job'] {
  if (job === null) return null
  const { generation, sandbox } = job
  return { generation, sandbox, ...generations[generation] }
}

function nodeManCapabilities({ nodeMan }: Config): Capabilities['nodeMan'] {
  if (nodeMan === null) return null
  const { api, sandbox } = nodeMan
  return { api, sandbox, jobList: api === 'gateway' && nodeMan.logPath.startsWith('/api/job') }
}
