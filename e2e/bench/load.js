import { fork, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { coreShare, waitedBetween } from './core-share.js'
import { createFrameReader } from './frame-reader.js'
import { say } from './say.js'
import { spawnServer } from './spawn-server.js'
import { quantile, table } from './table.js'

/*
 * 500 people follow a running step: each asks every three seconds how it stands and what its twenty hosts wrote since, as
 * the page does. The gateway has one core, and nobody else here uses it. What it adds is the time through it against the time
 * of the same questions asked of upstream directly, by the same readers at the same pace. It has answered for a while
 * before it is measured: 500 people do not come to a process in its first second, when its code is not compiled yet.
 */

const pollMs = 3_000
const warmUpSeconds = 15
const path = { v3: '/api/v3', step: '/biz/2/20000000016/steps/20000001601' }
const ids = {
  bk_scope_type: 'biz',
  bk_scope_id: '2',
  job_instance_id: 20000000016,
  step_instance_id: 20000001601,
}
const logCall = 'batch_get_job_instance_ip_log'
const stateCall = 'get_step_instance_status'

/** @param {{ readers: number, seconds: number }} plan */
export async function benchLoad({ readers, seconds }) {
  const { records, keys } = await record()
  const everywhere = leaveCore(process.pid)
  const upstream = await startReplay(records)
  const gateway = await spawnServer(
    'dist/server/server.js',
    {
      JOBLENS_APP_CODE: 'bench',
      JOBLENS_APP_SECRET: 'bench',
      JOBLENS_JOB_API: 'gateway-v3',
      JOBLENS_JOB_URL: upstream.url,
      // As the deployments start it.
      NODE_OPTIONS: '--max-semi-space-size=4',
    },
    onOneCore(),
  )
  try {
    const direct = await run({ readers, seconds, ask: (user) => askUpstream(upstream.url, user, keys) })
    const have = await firstLook(gateway.url, keys)
    const askThrough = (user) => askGateway(gateway.url, user, keys, have)
    await run({ readers, seconds: warmUpSeconds, ask: askThrough })
    const before = processorMs(gateway.pid)
    const shareBefore = coreShare(gateway.pid)
    const through = await run({ readers, seconds, ask: askThrough })
    const share = before === null ? null : (processorMs(gateway.pid) - before) / through.ms
    const waited = waitedBetween(shareBefore, coreShare(gateway.pid), through.ms)
    return report({ readers, direct, through, share, waited, megabytes: peakMegabytes(gateway.pid) })
  } finally {
    gateway.stop()
    upstream.stop()
    everywhere()
  }
}

function report({ readers, direct, through, share, waited, megabytes }) {
  const ms = (times, part) => quantile(times, part).toFixed(0)
  const row = (name, { times, failures }, more) => [
    name,
    times.length,
    failures,
    ...[0.5, 0.95, 0.99].map((part) => ms(times, part)),
    ...more,
  ]
  const each = (share * through.ms) / through.times.length
  const used = share === null ? '–' : `${(share * 100).toFixed(0)} % (${each.toFixed(1)})`
  const cost = [used, waited, megabytes ?? '–']
  const title = `${readers} readers poll a running step of 20 hosts every 3 s (ms from question to last byte)`
  const head = [
    'asked',
    'polls',
    'failed',
    'p50',
    'p95',
    'p99',
    'of one core (ms a poll)',
    'waited for it',
    'at most MB',
  ]
  const text = table(head, [
    row('upstream alone', direct, ['–', '–', '–']),
    row('the gateway, on one core', through, cost),
  ])
  say(`\n${title}\n\n${text}`)
  const added = quantile(through.times, 0.99) - quantile(direct.times, 0.99)
  return {
    title,
    text,
    promises: [
      [`${readers} readers poll a running step: p99 of what the gateway adds, ms`, added, 50],
      [`${readers} readers poll a running step: failed polls`, through.failures, 0],
      [`${readers} readers poll a running step: memory at most, MB`, megabytes ?? undefined, 150],
    ],
  }
}

/** Readers that begin evenly spread and keep their pace, however long an answer takes. */
async function run({ readers, seconds, ask }) {
  const began = performance.now()
  const times = []
  let failures = 0
  const follow = async (index) => {
    for (let due = (index / readers) * pollMs; due < seconds * 1000; due += pollMs) {
      await sleep(Math.max(0, began + due - performance.now()))
      const asked = performance.now()
      try {
        await ask(`reader-${index}`)
        times.push(performance.now() - asked)
      } catch {
        failures += 1
      }
    }
  }
  await Promise.all(Array.from({ length: readers }, (_, index) => follow(index)))
  return { times, failures, ms: performance.now() - began }
}

async function askUpstream(url, user, keys) {
  const credentials = { bk_app_code: 'bench', bk_app_secret: 'bench', bk_token: user }
  const headers = { 'x-bkapi-authorization': JSON.stringify(credentials) }
  await Promise.all([
    ask(`${url}${path.v3}/${stateCall}`, { headers }),
    ask(`${url}${path.v3}/${logCall}`, { headers, body: { ...ids, host_id_list: keys.map(Number) } }),
  ])
}

async function askGateway(url, user, keys, have) {
  const headers = { cookie: `bk_token=${user}` }
  const step = `${url}/api/job-instances/biz/2/20000000016/steps/20000001601`
  const [, frames] = await Promise.all([
    ask(step, { headers }),
    ask(`${step}/log`, { headers, body: { keys, have } }),
  ])
  if (!frames.includes('"kind":"end"')) throw new Error('cut off')
}

/** What a page has after its first look at the step. */
async function firstLook(url, keys) {
  const have = {}
  const read = createFrameReader((header, text) => {
    if (header.kind !== 'script-log') return
    have[header.key] = {
      bytes: text.length,
      digest: createHash('sha256').update(text).digest('hex').slice(0, 32),
    }
  })
  const step = `${url}/api/job-instances/biz/2/20000000016/steps/20000001601`
  read(await ask(`${step}/log`, { headers: { cookie: 'bk_token=first' }, body: { keys } }))
  return have
}

const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })

/** The whole body; rejects on any status but 200. As browsers do, asks again where a connection had just been closed. */
async function ask(url, question) {
  try {
    return await askOnce(url, question)
  } catch (error) {
    if (error.wasClosed !== true) throw error
    return askOnce(url, question)
  }
}

function askOnce(url, { headers, body }) {
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
    }
    const sent = request(url, options, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(chunks))
        else reject(new Error(`${answer.statusCode}`))
      })
    })
    sent.on('error', (error) => {
      const wasClosed = sent.reusedSocket && error.code === 'ECONNRESET'
      reject(Object.assign(error, { wasClosed }))
    })
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** What the sandbox says of the step when it has run for a while. */
async function record() {
  const sandbox = await spawnServer('dist/sandbox/sandbox-server.js', {})
  const clock = { method: 'POST', headers: { 'content-type': 'application/json' } }
  await fetch(`${sandbox.url}/__sandbox/clock`, { ...clock, body: JSON.stringify({ advanceMs: 60_000 }) })
  const base = `${sandbox.url}/api/bk-job/prod${path.v3}`
  const credentials = { bk_app_code: 'bench', bk_app_secret: 'bench', bk_token: 'demo' }
  const headers = { 'x-bkapi-authorization': JSON.stringify(credentials) }
  const state = await ask(`${base}/${stateCall}?${new URLSearchParams(ids)}`, { headers })
  const groups = JSON.parse(state).data.step_result_ip_list ?? JSON.parse(state).data
  const keys = [...JSON.stringify(groups).matchAll(/"bk_host_id":(\d+)/g)].map(([, id]) => id)
  const logs = await ask(`${base}/${logCall}`, { headers, body: { ...ids, host_id_list: keys.map(Number) } })
  sandbox.stop()
  return {
    keys,
    records: [
      [stateCall, String(state)],
      [logCall, String(logs)],
    ],
  }
}

function startReplay(records) {
  const file = fileURLToPath(new URL('replay-upstream.js', import.meta.url))
  const child = fork(file, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  return new Promise((resolve) => {
    child.stdout.on('data', (words) => {
      child.on('message', () => {
        resolve({ url: /http\S+/.exec(String(words))[0], stop: () => child.kill() })
      })
      child.send(records)
    })
  })
}

const hasCores = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

/** The words that keep a process on one core, where the system has them (Linux). */
function onOneCore() {
  return hasCores ? ['taskset', '-c', '0'] : []
}

/** Takes a process, and what it starts from now on, off that core; the answer takes it back. */
function leaveCore(pid) {
  const move = (cores) => spawnSync('taskset', ['-acp', cores, String(pid)])
  const last = availableParallelism() - 1
  if (hasCores) move(`1-${last}`)
  return () => {
    if (hasCores) move(`0-${last}`)
  }
}

function processorMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}

/** Peak resident memory of a process, where the system tells (Linux). */
export function peakMegabytes(pid) {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
  } catch {
    return null
  }
}
