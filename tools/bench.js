/* `npm run bench`: the reader beside its peers, then the gateway beside upstream alone. Ratios, not times, count. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readPlan } from '../e2e/bench/plan.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const peers = fileURLToPath(new URL('../e2e/bench/peers', import.meta.url))

// A mistyped option is told before anything is built.
const plan = readPlan()
// The peers are installed by those who measure, and by nobody else. None of them needs its install scripts.
if (plan.hasPeers && !existsSync(`${peers}/node_modules`))
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], peers)
npm(['run', 'build', '--silent', '--', '--logLevel', 'warn'], root)
await import('../e2e/bench/run.js')

function npm(args, cwd) {
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
