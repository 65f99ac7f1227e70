import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

/* The built server as a process of its own: what it says, how it ends. Below node_modules, so that it finds its packages. */
const root = join(import.meta.dirname, '../node_modules/.cache/server-test')
const program = join(root, 'dist/server/server.js')

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'server.ts'),
      outDir: join(root, 'dist/server'),
      emptyOutDir: true,
    },
  })
  await mkdir(join(root, 'dist/client'), { recursive: true })
  await writeFile(join(root, 'dist/client/index.html'), '<meta content="__BASE__">')
  await writeFile(join(root, 'package.json'), '{"type":"module","version":"9.9.9"}')
}, 60_000)

afterAll(() => rm(root, { recursive: true, force: true }))

/** Starts the server with nothing but these variables. */
function start(environment: Record<string, string>, file = program): ChildProcess & { words: () => string } {
  const child = spawn(process.execPath, [file], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      words += chunk.toString()
    })
  }
  return Object.assign(child, { words: () => words })
}

/** The address it prints once it listens. */
async function addressOf(child: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const address = /^Joblens on (http\S+)$/m.exec(child.words())?.[1]
    if (address !== undefined) return address
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
    if (child.exitCode !== null) throw new Error(child.words())
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'close')
  return child.exitCode
}

const application = { JOBLENS_APP_CODE: 'joblens-app', JOBLENS_APP_SECRET: 'very-secret-app-secret' }

/** Starts it before a node-man of the test's own, which keeps every answer it is asked for. */
async function startBeforeNodeMan() {
  const answers: ServerResponse[] = []
  const upstream = createServer((_, response) => answers.push(response)).listen(0, '127.0.0.1')
  await once(upstream, 'listening')
  onTestFinished(() => {
    upstream.closeAllConnections()
    upstream.close()
  })
  const child = start({
    PORT: '0',
    ...application,
    JOBLENS_NODEMAN_API: 'gateway',
    JOBLENS_NODEMAN_URL: `http://127.0.0.1:${portOf(upstream)}`,
  })
  const asked = async () => {
    while (answers.length === 0) await once(upstream, 'request')
  }
  const answer = (data: readonly unknown[]) =>
    answers[0]?.end(JSON.stringify({ result: true, code: 0, data }))
  return { child, address: await addressOf(child), asked, answer }
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

const log = 'api/node-man/jobs/1/instances/x/log'
const signedIn = { headers: { cookie: 'bk_token=x' } }

/** Tells it to end, and waits until it says that it does. */
async function tellToEnd(child: ReturnType<typeof start>): Promise<void> {
  child.kill('SIGTERM')
  while (!child.words().includes('stopping')) await once(child.stdout ?? child, 'data')
}

test('with no configuration it serves page and sandbox, says so, and ends on SIGTERM', async () => {
  const child = start({ PORT: '0', JOBLENS_BASE_PATH: '/x' })
  const address = await addressOf(child)
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/x\/$/)
  expect(await (await fetch(address)).text()).toBe('<meta content="/x/">')
  const capabilities = await (await fetch(`${address}api/capabilities`)).json()
  expect(capabilities).toMatchObject({ version: '9.9.9', job: { sandbox: true } })
  child.kill('SIGTERM')
  expect(await ended(child)).toBe(0)
  expect(child.words()).toContain('sandbox')
})

test('a half-set upstream ends it with 2, every mistake on a line of its own, no secret among them', async () => {
  const child = start({
    PORT: 'x',
    JOBLENS_JOB_API: 'gateway-v3',
    BKPAAS_APP_SECRET: 'very-secret-app-secret',
  })
  expect(await ended(child)).toBe(2)
  const lines = child.words().trim().split('\n').slice(1)
  expect(lines).toEqual([
    expect.stringContaining('PORT must be'),
    expect.stringContaining('JOBLENS_APP_CODE (or BKPAAS_APP_ID) is missing'),
    expect.stringContaining('JOBLENS_JOB_URL (or BK_API_URL_TMPL) is missing'),
  ])
  expect(child.words()).not.toContain('very-secret')
})

test('a port in use ends it with 3 and says what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const child = start({ PORT: String(portOf(other)) })
  expect(await ended(child)).toBe(3)
  expect(child.words()).toMatch(/already in use: choose another with PORT/)
  other.close()
})

test('a megabyte of address is refused in words', async () => {
  const child = start({ PORT: '0' })
  const address = await addressOf(child)
  const answer = await fetch(`${address}?q=${'a'.repeat(100_000)}`)
  expect([answer.status, await answer.text()]).toEqual([431, expect.stringContaining('too long')])
  child.kill('SIGTERM')
  await ended(child)
})

test('the report of a crash holds no secret', async () => {
  const reports = join(root, 'reports')
  await mkdir(reports, { recursive: true })
  const child = start({
    PORT: '0',
    ...application,
    BKPAAS_APP_SECRET: 'very-secret-other-secret',
    JOBLENS_JOB_API: 'esb',
    JOBLENS_JOB_URL: 'http://esb.invalid',
    NODE_OPTIONS: `--report-on-signal --report-directory=${reports}`,
  })
  await addressOf(child)
  child.kill('SIGUSR2')
  // Node says where it wrote the report.
  while (!child.words().includes('Node.js report completed')) await once(child.stderr ?? child, 'data')
  const [name = ''] = await readdir(reports)
  const report = await readFile(join(reports, name), 'utf8')
  expect(report).toContain('joblens-app')
  expect(report + child.words()).not.toMatch(/very-secret/)
  child.kill('SIGTERM')
  await ended(child)
})

test('told to end while its packages are still being loaded it ends with 0', async () => {
  const place = join(root, 'early')
  await cp(join(root, 'dist'), place, { recursive: true })
  const pino = join(place, 'node_modules/pino')
  await mkdir(pino, { recursive: true })
  await writeFile(join(pino, 'package.json'), '{"type":"module","exports":"./index.js"}')
  const isTold = "process.kill(process.pid, 'SIGTERM'); await new Promise(() => setTimeout(() => {}, 60_000))"
  await writeFile(join(pino, 'index.js'), `${isTold}; export default null`)
  const child = start({ PORT: '0' }, join(place, 'server/server.js'))
  expect(await ended(child)).toBe(0)
  expect(child.words()).toBe('Told to end (SIGTERM) before it had started\n')
})

test('told to end it takes nobody new, finishes what it was answering, and ends with 0', async () => {
  const { child, address, asked, answer } = await startBeforeNodeMan()
  const underWay = fetch(address + log, signedIn)
  await asked()
  expect((await fetch(`${address}ready?only=self`)).status).toBe(200)
  await tellToEnd(child)
  await expect(fetch(address)).rejects.toThrow()
  answer([{ step: 'x', status: 'SUCCESS', log: 'whole', start_time: null, finish_time: null }])
  expect(await (await underWay).text()).toMatch(/whole\{"kind":"end"/)
  expect(await ended(child)).toBe(0)
})

test('told to end it says on connections that are still open that it is not ready', async () => {
  const { child, address, asked, answer } = await startBeforeNodeMan()
  const connection = connect(Number(new URL(address).port), '127.0.0.1')
  let said = ''
  connection.on('data', (chunk) => {
    said += chunk
  })
  const ask = (path: string) =>
    connection.write(`GET /${path} HTTP/1.1\r\nHost: x\r\nCookie: bk_token=x\r\n\r\n`)
  ask(log)
  await asked()
  await tellToEnd(child)
  ask('ready?only=self')
  answer([])
  await once(connection, 'close')
  expect(said).toContain('"kind":"end"')
  expect(said).toMatch(/HTTP\/1\.1 503[\s\S]*"ready":false,"stopping":true/)
  expect(await ended(child)).toBe(0)
})

test('told to end it waits for nobody who has opened a connection and asks nothing on it', async () => {
  const { child, address, asked, answer } = await startBeforeNodeMan()
  const underWay = fetch(address + log, signedIn)
  await asked()
  const half = `POST /${log} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n`
  const unused = ['', 'GET / HT', half, `${half}Content-Type: application/json\r\n\r\n{`].map((bytes) => {
    const connection = connect(Number(new URL(address).port), '127.0.0.1')
    connection.on('error', () => undefined).resume()
    connection.write(bytes)
    return connection
  })
  await Promise.all(unused.map((connection) => once(connection, 'connect')))
  // Connections are taken in their order.
  expect((await fetch(`${address}health`)).status).toBe(200)
  const closed = unused.map((connection) => new Promise((resolve) => connection.once('close', resolve)))
  await tellToEnd(child)
  await Promise.all(closed)
  answer([])
  expect(await (await underWay).text()).toContain('"kind":"end"')
  expect(await ended(child)).toBe(0)
})

test('told to end by its terminal it ends, though nobody takes what it writes any more', async () => {
  const child = start({ PORT: '0' })
  const address = await addressOf(child)
  child.stdout?.destroy()
  child.stderr?.destroy()
  expect((await fetch(`${address}api/capabilities`)).status).toBe(200)
  child.kill('SIGHUP')
  expect(await ended(child)).toBe(0)
})

test('told to end twice it ends at once, with 4', async () => {
  const { child, address, asked } = await startBeforeNodeMan()
  fetch(address + log, signedIn).catch(() => undefined)
  await asked()
  await tellToEnd(child)
  child.kill('SIGTERM')
  expect(await ended(child)).toBe(4)
  const lines = child
    .words()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    msg: 'stopped before all answers were finished',
    count: 1,
    cutOff: [{ operation: 'nodeManLog', requestId: expect.stringMatching(/^[0-9a-f]{32}$/) }],
  })
})
