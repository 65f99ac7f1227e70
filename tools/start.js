/*
 * `npm start`: builds when sources are newer than the last build, then runs the product. With nothing configured
 * that is the sandbox.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const server = join(root, 'dist', 'server', 'server.js')
const client = join(root, 'dist', 'client', 'index.html')

if (!isBuilt()) {
  console.log('Building (a few seconds, only when something changed) …')
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
await import(pathToFileURL(server).href)

function isBuilt() {
  if (!existsSync(server) || !existsSync(client)) return false
  const built = Math.min(statSync(server).mtimeMs, statSync(client).mtimeMs)
  const sources = ['src', 'public', 'index.html', 'package-lock.json', 'vite.config.ts'].map((name) =>
    join(root, name),
  )
  return Math.max(...sources.map(newest)) < built
}

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
