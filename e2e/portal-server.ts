import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createNetServer } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'

/*
 * Other origins than Joblens: two portals that serve the same pages, and a proxy before Joblens that takes its headers
 * away, as careless ones do. An nginx does it where there is one, as in docs/embedding.md; otherwise Node.
 */

export interface Portals {
  readonly allowed: string
  readonly other: string
  /** Joblens without `Content-Security-Policy` and `X-Frame-Options`; `null` until it is known what is behind it. */
  readonly stripped: string
  /** Joblens behind the very lines of docs/embedding.md; `null` where there is no nginx. */
  readonly documented: string | null
  readonly stop: () => Promise<void>
}

/** The portals' origins are needed before Joblens is started, and its address before the portals are. */
export interface Ports {
  readonly allowed: number
  readonly other: number
  readonly stripped: number
  readonly documented: number
}

const pages = join(import.meta.dirname, 'portal')
const embeddingDoc = join(import.meta.dirname, '../docs/embedding.md')
const embed = join(import.meta.dirname, '../public/embed')
const at = (port: number) => `http://127.0.0.1:${port}`

export async function freePorts(): Promise<Ports> {
  const ports = Array.from({ length: 4 }, freePort)
  const [allowed = 0, other = 0, stripped = 0, documented = 0] = await Promise.all(ports)
  return { allowed, other, stripped, documented }
}

export const originOf = at

/** Starts them on these ports before a Joblens. */
export async function startPortals(ports: Ports, joblensUrl: string): Promise<Portals> {
  const nginx = await startNginx(ports, joblensUrl)
  return {
    allowed: at(ports.allowed),
    other: at(ports.other),
    stripped: at(ports.stripped),
    documented: nginx === null ? null : at(ports.documented),
    stop: nginx ?? (await startNode(ports, joblensUrl)),
  }
}

function freePort(): Promise<number> {
  const server = createNetServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Answers how to stop it; `null` when there is no nginx, or it does not start. */
async function startNginx(ports: Ports, joblensUrl: string): Promise<(() => Promise<void>) | null> {
  const directory = await mkdtemp(join(tmpdir(), 'joblens-portal-'))
  const documented = documentedLines(await readFile(embeddingDoc, 'utf8'), joblensUrl)
  await writeFile(join(directory, 'nginx.conf'), nginxConfig(ports, joblensUrl, documented))
  const path = `${process.env['PATH']}:/usr/sbin:/usr/local/sbin`
  const child = spawn('nginx', ['-p', directory, '-c', 'nginx.conf', '-e', 'error.log'], {
    env: { PATH: path },
    stdio: 'ignore',
  })
  const ended = new Promise<false>((resolve) => {
    child.on('error', () => resolve(false))
    child.on('exit', () => resolve(false))
  })
  const isUp = await Promise.race([ended, answers(at(ports.allowed))])
  const stop = async () => {
    child.kill()
    await ended
    await rm(directory, { recursive: true, force: true })
  }
  if (isUp) return stop
  await stop()
  return null
}

async function answers(url: string): Promise<true> {
  for (;;) {
    const answer = await fetch(`${url}/portal.html`).catch(() => null)
    if (answer?.ok === true) return true
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

/** What docs/embedding.md tells to write before a Joblens on its usual address, before this one. */
function documentedLines(text: string, joblensUrl: string): string {
  const lines = /```nginx\n([\s\S]+?)```/.exec(text)?.[1] ?? ''
  const pass = 'proxy_pass http://127.0.0.1:5000;'
  if (!lines.includes(pass)) throw new Error('docs/embedding.md has no lines for nginx any more')
  return lines.replace(pass, `proxy_pass ${joblensUrl};`)
}

function nginxConfig(ports: Ports, joblensUrl: string, documented: string): string {
  const { allowed, other, stripped } = ports
  const isRoot = process.getuid?.() === 0
  const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `${isRoot ? 'user root;' : ''}
daemon off;
pid nginx.pid;
worker_processes 1;
events {}
http {
  access_log off;
  ${bodies.map((name) => `${name}_temp_path ${name};`).join(' ')}
  types { text/html html; text/javascript js; text/css css; }
  server {
    listen 127.0.0.1:${allowed};
    listen 127.0.0.1:${other};
    location / { root ${pages}; }
    location /embed/ { alias ${embed}/; }
  }
  server {
    listen 127.0.0.1:${stripped};
    location / {
      proxy_pass ${joblensUrl};
      proxy_hide_header Content-Security-Policy;
      proxy_hide_header X-Frame-Options;
    }
  }
  server {
    listen 127.0.0.1:${ports.documented};
    ${documented}
  }
}
`
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

async function startNode(ports: Ports, joblensUrl: string): Promise<() => Promise<void>> {
  const files = [ports.allowed, ports.other].map((port) =>
    createServer((incoming, answer) => void serveFile(incoming.url ?? '/', answer)).listen(port, '127.0.0.1'),
  )
  const proxy = createServer((incoming, answer) => {
    const { method, headers, url = '/' } = incoming
    const onward = request(new URL(url, joblensUrl), { method: method ?? 'GET', headers }, (reply) => {
      const { 'content-security-policy': _policy, 'x-frame-options': _options, ...kept } = reply.headers
      answer.writeHead(reply.statusCode ?? 502, kept)
      reply.pipe(answer)
    })
    incoming.pipe(onward)
  }).listen(ports.stripped, '127.0.0.1')
  await answers(at(ports.allowed))
  return async () => {
    for (const server of [...files, proxy]) server.close().closeAllConnections()
  }
}

async function serveFile(url: string, answer: ServerResponse): Promise<void> {
  const path = normalize(new URL(url, 'http://portal').pathname)
  const file = path.startsWith('/embed/') ? join(embed, path.slice('/embed/'.length)) : join(pages, path)
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) answer.writeHead(404).end()
  else answer.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(bytes)
}
