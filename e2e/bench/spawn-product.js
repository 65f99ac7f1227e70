import { spawnServer } from './spawn-server.js'

/** The whole product as it runs in production: a gateway, and the sandbox as its upstream, each a process of its own. */
export async function spawnProduct() {
  const sandbox = await spawnServer('dist/sandbox/sandbox-server.js', {})
  const gateway = await spawnServer('dist/server/server.js', {
    JOBLENS_APP_CODE: 'bench',
    JOBLENS_APP_SECRET: 'bench',
    JOBLENS_JOB_API: 'gateway-v3',
    JOBLENS_JOB_URL: `${sandbox.url}/api/bk-job/prod`,
  })
  return {
    sandbox,
    gateway,
    stop() {
      gateway.stop()
      sandbox.stop()
    },
  }
}
