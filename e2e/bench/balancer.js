import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { connect, createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the example serves Joblens, without a slash at the end. */
export const balancedPath = '/tools/joblens'

/** Whether this machine has an nginx to run. */
export const hasNginx = () => spawnSync('nginx', ['-v']).status === 0

/**
 * Something that spreads requests over two replicas: the nginx of tools/deploy where there is one, else a few lines of Node.
 * @param {readonly [string, string]} origins of the replicas, `http://127.0.0.1:…`
 */
export async function startBalancer(origins) {
  return hasNginx() ? startNginx(origins) : startOfNode(origins)
}

/** The example as it stands, only its ports are others. */
async function startNginx(origins) {
  const port = await freePort()
  const parent = join(root, 'node_modules/.cache')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'nginx-'))
  const example = readFileSync(join(root, 'tools/deploy/nginx.conf'), 'utf8')
  const site = replaceOnce(
    replaceOnce(
      replaceOnce(example, 'listen 80;', `listen 127.0.0.1:${port};`),
      'server 127.0.0.1:5000 ',
      `server ${new URL(origins[0]).host} `,
    ),
    'server 127.0.0.1:5001 ',
    `server ${new URL(origins[1]).host} `,
  )
  writeFileSync(join(folder, 'joblens.conf'), site)
  writeFileSync(join(folder, 'nginx.conf'), mainFile(folder))
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr.on('data', (chunk) => {
    words += chunk
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  await untilListening(port, () => {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${words}`)
  })
  return {
    name: 'nginx',
    url: `http://127.0.0.1:${port}`,
    words: () => words,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** All that a distribution's own nginx.conf would say, in a folder of ours. */
function mainFile(folder) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  // Started by root its workers would be somebody else, who may not read this folder.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `${user} daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
events { worker_connections 4096; }
http { access_log off; ${temporary.join(' ')} include ${folder}/joblens.conf; }
`
}

function replaceOnce(text, words, instead) {
  if (text.split(words).length !== 2) throw new Error(`tools/deploy/nginx.conf does not say "${words}" once`)
  return text.replace(words, instead)
}

/** Round robin; what a replica refuses to take goes to the other. */
async function startOfNode(origins) {
  let next = 0
  const server = createServer({ maxHeaderSize: 64 * 1024 }, (incoming, outgoing) => {
    const chunks = []
    incoming.on('data', (chunk) => chunks.push(chunk))
    incoming.on('end', () => {
      next += 1
      pass(Buffer.concat(chunks), [origins[next % 2], origins[(next + 1) % 2]])
    })
    function pass(body, [origin, ...others]) {
      const headers = { ...incoming.headers, 'x-forwarded-for': '127.0.0.1' }
      const onward = request(`${origin}${incoming.url}`, { method: incoming.method, headers })
      outgoing.on('close', () => onward.destroy())
      onward.on('response', (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers)
        answer.on('error', () => outgoing.destroy()).pipe(outgoing)
      })
      onward.on('error', () => {
        if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy()
        else if (others.length > 0) pass(body, others)
        else outgoing.writeHead(502).end()
      })
      onward.end(body)
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    name: 'a balancer of Node',
    url: `http://127.0.0.1:${server.address().port}`,
    words: () => '',
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function freePort() {
  const server = createTcpServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilListening(port, check) {
  for (;;) {
    check()
    const isThere = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
