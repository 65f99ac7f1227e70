/* `npm run bench`: the reader beside its peers, then the gateway beside upstream alone. Ratios, not times, count. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const build = spawnSync('npm', ['run', 'build', '--silent', '--', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (build.status !== 0) process.exit(build.status ?? 1)
await import('../e2e/bench/run.js')
