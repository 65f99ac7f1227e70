import {
  type Assets,
  type Config,
  createGateway,
  createNodeManUpstream,
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
  const fetchFor = (upstream: { readonly sandbox: boolean }) => (upstream.sandbox ? sandboxFetch : realFetch)
  const { nodeMan } = config
  return createGateway({
    ...surroundings,
    config,
    job: null,
    nodeMan:
      nodeMan === null
        ? null
        : createNodeManUpstream({
            ...nodeMan,
            fetch: fetchFor(nodeMan),
            timeZone: config.upstreamTimeZone,
          }),
  })
}

const realFetch: UpstreamFetch = (request) => fetch(request)

async function loadSandbox(): Promise<UpstreamFetch> {
  const { createSandbox } = await import('#sandbox')
  return createSandbox().fetch
}
