import {
  type Assets,
  type Config,
  createGateway,
  createGatewayMetrics,
  createUpstreams,
  type Gateway,
  type GatewayLog,
  type UpstreamFetch,
} from '#gateway'

/** What the two roots (server, development server) bring along. */
export interface Surroundings {
  readonly log: GatewayLog
  readonly version: string
  readonly assets: Assets | null
}

/** Configuration → upstreams → gateway. The sandbox is loaded only when somebody asked for it. */
export async function composeGateway(config: Config, surroundings: Surroundings): Promise<Gateway> {
  const usesSandbox = config.job?.sandbox === true || config.nodeMan?.sandbox === true
  const sandboxFetch = usesSandbox ? await loadSandbox() : realFetch
  const metrics = createGatewayMetrics(surroundings.version)
  const upstreams = createUpstreams(config, {
    metrics,
    fetchFor: ({ sandbox }) => (sandbox ? sandboxFetch : realFetch),
    log: surroundings.log,
  })
  return createGateway({ ...surroundings, config, metrics, ...upstreams })
}

const realFetch: UpstreamFetch = (request) => fetch(request)

async function loadSandbox(): Promise<UpstreamFetch> {
  const { createSandbox } = await import('#sandbox')
  return createSandbox().fetch
}
