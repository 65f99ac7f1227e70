import {
  type Assets,
  type Config,
  callBy,
  createGateway,
  createGatewayMetrics,
  createHttpCall,
  createUpstreams,
  type Gateway,
  type GatewayLog,
  type UpstreamCall,
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
  const overHttp = createHttpCall()
  const toSandbox = usesSandbox ? await loadSandbox() : overHttp
  const metrics = createGatewayMetrics(surroundings.version)
  const upstreams = createUpstreams(config, {
    metrics,
    callFor: ({ sandbox }) => (sandbox ? toSandbox : overHttp),
    log: surroundings.log,
  })
  return createGateway({ ...surroundings, config, metrics, ...upstreams })
}

async function loadSandbox(): Promise<UpstreamCall> {
  const { createSandbox } = await import('#sandbox')
  return callBy(createSandbox().fetch)
}
