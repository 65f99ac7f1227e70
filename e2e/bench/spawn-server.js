import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Starts a built server on a free port and waits until it says its address. `stop()` ends it. `before` are words that go
 * before the command, e.g. of a program that starts it in its own way.
 */
export function spawnServer(file, env, before = []) {
  const [program, ...words] = [...before, process.execPath, file]
  const child = spawn(program, words, {
    cwd: root,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...env },
  })
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk) => {
      said += chunk
      const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url === undefined) return
      // A line for every request: read, or the server would wait for us, but not kept.
      for (const stream of [child.stdout, child.stderr]) stream.off('data', listen).resume()
      resolve({ url, pid: child.pid, stop: () => child.kill() })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said}`)))
  })
}
