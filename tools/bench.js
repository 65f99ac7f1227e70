/* `npm run bench`: the reader beside its peers, then the gateway beside upstream alone. Ratios, not times, count. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readPlan } from '../e2e/bench/plan.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const peers = fileURLToPath(new URL('../e2e/bench/peers', import.meta.url))

// A mistyped option is told before anything is built.
const plan = readPlan()
// The peers are installed by those who measure, and by nobody else. None of them needs its install scripts.
if (plan.hasPeers && !arePeersInstalled()) npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], peers)
npm(['run', 'build', '--silent'], root)
await import('../e2e/bench/run.js')

/** Of the versions that are asked for: an older install may lack some. */
function arePeersInstalled() {
  const read = (path) => JSON.parse(readFileSync(`${peers}/${path}`, 'utf8'))
  return Object.entries(read('package.json').dependencies).every(([name, version]) => {
    const path = `node_modules/${name}/package.json`
    return existsSync(`${peers}/${path}`) && read(path).version === version
  })
}

function npm(args, cwd) {
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
