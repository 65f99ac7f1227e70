/*
 * `npm run soak`: two replicas behind the nginx of tools/deploy, 200 people who read logs, an upstream that misbehaves. Every
 * host asked for must come back as a log or be named as missing or failed, and every log must be the very one upstream
 * has; the replicas' memory must come to rest. Exits with 1 when any of that is not so.
 *
 *   npm run soak -- --minutes 10 --readers 200
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { balancedPath, startBalancer } from './balancer.js'
import { coreShare, waitedBetween } from './core-share.js'
import { createFrameReader } from './frame-reader.js'
import { say } from './say.js'
import { spawnServer } from './spawn-server.js'
import { median, table } from './table.js'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, readers: { type: 'string', default: '200' } },
})
const lengthMs = Number(values.minutes) * 60_000
const readers = Number(values.readers)

/** Steps whose logs stay as they are, so that each text can be compared with what upstream has. */
const steps = [
  { path: '/biz/2/20000000001/steps/20000000102', hosts: ids(1001, 3000), each: 60 },
  { path: '/biz/2/20000000021/steps/20000002101', hosts: ids(3001, 3500), each: 6 },
  { path: '/biz/2/20000000001/steps/20000000102', hosts: ids(1001, 3000), each: 1 },
]
/**
 * Between two looks of one person. With pauses of a second or two 200 people ask for 30 MB a second: then upstream, the balancer
 * and this program use two cores up, and all that is measured is who waits for whom.
 */
const leastPauseMs = 6_000

/** One of these at a time, for a few calls. */
const faults = [
  { status: 500 },
  { status: 502, html: true },
  { status: 503 },
  { status: 429, resetSeconds: 1 },
  { truncate: 3_000 },
  { reset: true },
  { body: '{"result":' },
  { hugeBody: 80_000_000 },
  { gzipBomb: 200_000_000 },
  { latencyMs: 4_000 },
]

const counts = {
  asked: 0,
  logs: 0,
  missing: 0,
  failed: 0,
  requests: 0,
  problems: 0,
  cut: 0,
  wrong: 0,
  left: 0,
}
/** Hosts by the reason that was given for them. */
const reasons = new Map()
const known = new Map()
const agent = new Agent({ keepAlive: true, maxSockets: 1_000 })

const sandbox = await spawnServer('dist/sandbox/sandbox-server.js', {})
const env = {
  JOBLENS_APP_CODE: 'soak',
  JOBLENS_APP_SECRET: 'soak-secret',
  JOBLENS_JOB_API: 'gateway-v3',
  JOBLENS_JOB_URL: `${sandbox.url}/api/bk-job/prod`,
  JOBLENS_BASE_PATH: `${balancedPath}/`,
}
const replicas = await Promise.all([0, 1].map(() => spawnServer('dist/server/server.js', env)))
const balancer = await startBalancer(replicas.map(({ url }) => url))
const url = balancer.url + balancedPath
say(`${readers} readers for ${values.minutes} minutes through ${balancer.name}, two replicas, faults on`)

const startedAt = performance.now()
const until = startedAt + lengthMs
const pids = {
  upstream: sandbox.pid,
  'replica 1': replicas[0].pid,
  'replica 2': replicas[1].pid,
  readers: process.pid,
}
const sharesBefore = Object.values(pids).map(coreShare)
const memory = replicas.map(() => [])
try {
  await Promise.all([
    watchMemory(),
    misbehave(),
    ...Array.from({ length: readers }, (_, index) => read(index)),
  ])
  await heal()
  report(await atRest())
} finally {
  await balancer.stop()
  for (const one of [...replicas, sandbox]) one.stop()
}

/** Asks again for what did not come, as the browser does, until everything came or was named. */
async function read(index) {
  // Whom a page has to be paced by is a person, not a loop.
  await sleep((index / readers) * leastPauseMs)
  for (let turn = index; performance.now() < until; turn += 1) {
    const { path, hosts, each } = steps[turn % steps.length]
    const from = (turn * 97 + index * 31) % (hosts.length - each + 1)
    const keys = hosts.slice(from, from + each)
    counts.asked += keys.length
    let open = new Set(keys)
    for (let round = 0; open.size > 0 && round < 20; round += 1)
      open = await ask(path, open, `reader-${index}`)
    counts.left += open.size
    await sleep(leastPauseMs + Math.random() * leastPauseMs)
  }
}

/** One request; answers the keys that neither came nor were named. */
async function ask(path, keys, user) {
  counts.requests += 1
  const open = new Set(keys)
  let hasEnded = false
  const settle = (key, as, reason = null) => {
    if (!open.delete(key)) return
    counts[as] += 1
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  const onFrame = (header, text) => {
    if (header.kind === 'script-log') {
      check(path, header.key, text)
      settle(header.key, 'logs')
    } else if (header.kind === 'missing') for (const key of header.keys) settle(key, 'missing')
    else if (header.kind === 'problem') for (const key of header.keys) settle(key, 'failed', wordsOf(header))
    else if (header.kind === 'end') hasEnded = true
  }
  let words = ''
  const status = await post(
    `${url}/api/job-instances${path}/log`,
    { keys: [...keys] },
    user,
    onFrame,
    (text) => {
      words = text
    },
  )
  if (status === null || (status === 200 && !hasEnded)) {
    counts.cut += 1
    return open
  }
  // A problem instead of frames speaks for everything that was asked.
  if (status !== 200) counts.problems += 1
  if (status !== 200) for (const key of [...open]) settle(key, 'failed', wordsOf(JSON.parse(words)))
  return open
}

function wordsOf({ problem }) {
  return `${problem.kind}: ${problem.message}`
}

/** A finished log never changes: two readers who were given different ones have been given somebody's mistake. */
function check(path, key, text) {
  const digest = createHash('sha1').update(text).digest('base64')
  const name = `${path} ${key}`
  if (!known.has(name)) known.set(name, digest)
  if (known.get(name) !== digest) counts.wrong += 1
}

/** Status, or null when the connection broke. */
function post(address, body, user, onFrame, onProblem) {
  return new Promise((resolve) => {
    const headers = {
      cookie: `bk_token=${user}`,
      'content-type': 'application/json',
      'accept-encoding': 'gzip',
    }
    const asked = request(address, { method: 'POST', agent, headers }, (answer) => {
      const isPacked = answer.headers['content-encoding'] === 'gzip'
      const plain = isPacked ? answer.pipe(createGunzip()) : answer
      const feed = createFrameReader(onFrame)
      const broken = () => resolve(null)
      answer.on('error', broken)
      plain.on('error', broken)
      let words = ''
      plain.on('data', (chunk) => {
        if (answer.statusCode === 200) feed(chunk)
        else words += chunk
      })
      plain.on('end', () => {
        if (answer.statusCode !== 200) onProblem(words)
        resolve(answer.statusCode)
      })
    })
    asked.on('error', () => resolve(null))
    asked.end(JSON.stringify(body))
  })
}

async function misbehave() {
  for (let turn = 0; performance.now() < until; turn += 1) {
    const rule = { match: { path: 'batch_get' }, times: 4, effect: faults[turn % faults.length] }
    await control('POST', [rule])
    await sleep(2_000)
  }
}

function heal() {
  return control('DELETE')
}

async function control(method, body) {
  const options = { method, headers: { 'content-type': 'application/json' } }
  await fetch(
    `${sandbox.url}/__sandbox/faults`,
    body === undefined ? options : { ...options, body: JSON.stringify(body) },
  )
}

async function watchMemory() {
  while (performance.now() < until) {
    for (const [index, { pid }] of replicas.entries()) memory[index].push(residentMegabytes(pid))
    await sleep(1_000)
  }
}

/** What the replicas hold when everybody has gone. */
async function atRest() {
  await sleep(5_000)
  return await Promise.all(
    replicas.map(async ({ url: origin, pid }) => {
      const metrics = await (await fetch(`${origin}/metrics`)).text()
      const value = (name) => Number(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'm').exec(metrics)?.[1])
      return {
        megabytes: residentMegabytes(pid),
        heap: Math.round(value('nodejs_heap_used_bytes') / 2 ** 20),
        // The question for the metrics is one of them.
        inFlight: value('joblens_requests_in_flight') - 1,
        underWay: value('joblens_upstream_calls_under_way'),
      }
    }),
  )
}

function residentMegabytes(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
  } catch {
    return Number.NaN
  }
}

function report(rest) {
  const { asked, logs, missing, failed, left } = counts
  const third = (list, part) =>
    median(list.slice(Math.floor((list.length * part) / 3), Math.ceil((list.length * (part + 1)) / 3)))
  const rows = memory.map((list, index) => [
    `replica ${index + 1}`,
    third(list, 1),
    third(list, 2),
    Math.max(...list),
    rest[index].megabytes,
    rest[index].heap,
    rest[index].inFlight,
    rest[index].underWay,
  ])
  say(`\n${table(Object.keys(counts), [Object.values(counts)])}`)
  const mostFirst = [...reasons].sort(([, one], [, other]) => other - one)
  say(
    `\n${table(
      ['hosts', 'failed because'],
      mostFirst.map(([reason, count]) => [count, reason]),
    )}`,
  )
  const waited = Object.values(pids).map((pid, index) =>
    waitedBetween(sharesBefore[index], coreShare(pid), performance.now() - startedAt),
  )
  say(`\n${table(['waited for a core', ...Object.keys(pids)], [['of the time', ...waited]])}`)
  const head = [
    'memory, MB',
    'second third',
    'last third',
    'at most',
    'at rest',
    'heap at rest',
    'requests open',
    'calls open',
  ]
  say(`\n${table(head, rows)}\n`)
  const verdicts = [
    ['every host asked for came or was named', asked === logs + missing + failed && left === 0],
    ['every log is the one upstream has', counts.wrong === 0],
    ['at least nine in ten came', logs >= asked * 0.9],
    ['memory is flat', rows.every(([, second, last]) => !(last > second * 1.15 + 10))],
    ['nothing is left open', rest.every(({ inFlight, underWay }) => inFlight === 0 && underWay === 0)],
  ]
  for (const [words, isTrue] of verdicts) say(`${isTrue ? 'yes' : 'NO '}  ${words}`)
  process.exitCode = verdicts.every(([, isTrue]) => isTrue) ? 0 : 1
}

function ids(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}
