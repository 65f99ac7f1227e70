import { balancedPath, startBalancer } from './bench/balancer.js'
import { spawnServer } from './bench/spawn-server.js'
import { configured } from './deployments.ts'

/** Two gateways behind a balancer, before a sandbox whose story begins now. */
export interface Replicas {
  /** Of the balancer, with the path Joblens is served under. */
  readonly url: string
  readonly balancer: string
  readonly replicas: readonly Replica[]
  readonly stop: () => Promise<void>
}

interface Replica {
  readonly url: string
  /** Requests of people it has answered so far. */
  readonly requests: () => Promise<number>
  /** Takes it away without a word. */
  readonly kill: () => void
}

interface Spawned {
  readonly url: string
  readonly pid: number
  readonly stop: () => void
}

export async function startReplicas(): Promise<Replicas> {
  const sandbox: Spawned = await spawnServer('dist/sandbox/sandbox-server.js', {})
  const env = { ...configured(sandbox.url, 'gateway-v4', 'gateway'), JOBLENS_BASE_PATH: `${balancedPath}/` }
  const servers: readonly [Spawned, Spawned] = await Promise.all([
    spawnServer('dist/server/server.js', env),
    spawnServer('dist/server/server.js', env),
  ])
  const balancer = await startBalancer([servers[0].url, servers[1].url])
  return {
    url: balancer.url + balancedPath,
    balancer: balancer.name,
    replicas: servers.map(({ url, pid }) => ({
      url,
      requests: async () => countRequests(await (await fetch(`${url}/metrics`)).text()),
      kill: () => process.kill(pid, 'SIGKILL'),
    })),
    async stop() {
      await balancer.stop()
      for (const { stop } of [...servers, sandbox]) stop()
    },
  }
}

function countRequests(metrics: string): number {
  const samples = metrics.matchAll(/^joblens_requests_total\{operation="(\w+)".*\} (\d+)$/gm)
  return [...samples].reduce(
    (sum, [, operation, count]) => sum + (operation === 'metrics' ? 0 : Number(count)),
    0,
  )
}
