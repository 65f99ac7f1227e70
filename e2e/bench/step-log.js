import { peakMegabytes } from './load.js'
import { say } from './say.js'
import { medians, table, withRatio } from './table.js'

/*
 * 500 hosts × 200 KB through the real gateway, each process on its own: when is the first host there, the tenth, all
 * of them; beside fetching the same logs from upstream in one call and parsing the JSON, which is the least any
 * client has to do.
 */

const hosts = Array.from({ length: 500 }, (_, index) => 3001 + index)
const step = { job_instance_id: 20000000021, step_instance_id: 20000002101 }

/** @param {{ repeat: number } & Pick<Awaited<ReturnType<typeof spawnProduct>>, 'sandbox' | 'gateway'>} options */
export async function benchStepLog({ sandbox, gateway, repeat }) {
  const results = []
  for (let round = 0; round < repeat; round += 1) {
    const alone = await fetchAndParse(sandbox.url)
    results.push({ ...(await readFrames(gateway.url)), ...alone })
  }
  const { firstMs, tenthMs, allMs, parseMs, megabytes } = medians(results)
  const title = `500 hosts × 200 KB through the gateway (ms, median of ${repeat}; × = against upstream fetch + JSON.parse)`
  const row = [
    `${megabytes} MB`,
    ...[firstMs, tenthMs, allMs].map((value) => withRatio(value, parseMs)),
    withRatio(parseMs),
    peakMegabytes(gateway.pid) ?? '–',
  ]
  const head = ['logs', 'first host', 'tenth host', 'all', 'fetch + parse', 'gateway at most MB']
  const text = table(head, [row])
  say(`\n${title}\n\n${text}`)
  const promises = [
    ['500 hosts through the gateway: first host / tenth host', firstMs / tenthMs, 1],
    ['500 hosts through the gateway: all / upstream fetch + JSON.parse', allMs / parseMs, 1.5],
    ['500 hosts through the gateway: its memory at most, MB', peakMegabytes(gateway.pid) ?? undefined, 150],
  ]
  return { title, text, promises }
}

async function readFrames(origin) {
  const began = performance.now()
  const answer = await fetch(
    `${origin}/api/job-instances/biz/2/${step.job_instance_id}/steps/${step.step_instance_id}/log`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'bk_token=demo' },
      body: JSON.stringify({ keys: hosts.map(String) }),
    },
  )
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  const seen = { firstMs: 0, tenthMs: 0, megabytes: 0 }
  let logs = 0
  const reader = createHeaderReader((header) => {
    if (header.kind !== 'script-log') return
    logs += 1
    if (logs === 1) seen.firstMs = performance.now() - began
    if (logs === 10) seen.tenthMs = performance.now() - began
  })
  for await (const chunk of answer.body) {
    seen.megabytes += chunk.length
    reader(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))
  }
  if (logs !== hosts.length) throw new Error(`${logs} logs instead of ${hosts.length}`)
  return { ...seen, megabytes: Math.round(seen.megabytes / 1e6), allMs: performance.now() - began }
}

/** Calls back with each frame's header; the texts are skipped. */
function createHeaderReader(onHeader) {
  let line = Buffer.alloc(0)
  let skip = 0
  return function read(bytes) {
    const rest = bytes.subarray(skip)
    skip = Math.max(0, skip - bytes.length)
    if (rest.length === 0) return
    const end = rest.indexOf(10)
    line = Buffer.concat([line, end < 0 ? rest : rest.subarray(0, end)])
    if (end < 0) return
    const header = JSON.parse(line.toString())
    line = Buffer.alloc(0)
    skip = header.bytes
    onHeader(header)
    read(rest.subarray(end + 1))
  }
}

async function fetchAndParse(sandbox) {
  const began = performance.now()
  const answer = await fetch(`${sandbox}/api/bk-job/prod/api/v3/batch_get_job_instance_ip_log`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-bkapi-authorization': JSON.stringify({
        bk_app_code: 'bench',
        bk_app_secret: 'bench',
        bk_token: 'demo',
      }),
    },
    body: JSON.stringify({ bk_scope_type: 'biz', bk_scope_id: '2', ...step, host_id_list: hosts }),
  })
  JSON.parse(await answer.text())
  return { parseMs: performance.now() - began }
}
