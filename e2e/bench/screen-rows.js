/* The rows of our own pages as plain objects, for the tables they are measured beside: the same ones, in the same order. */

const biz = '/api/job-instances/biz/2'
const headers = { 'content-type': 'application/json', cookie: 'bk_token=demo' }

/** @typedef {{ rows: Record<string, string>[], columns: { field: string, width: number }[] }} Rows */

/** The hosts of a step, failed ones first. @returns {Promise<Rows>} */
export async function readHosts(origin, { jobInstanceId, stepInstanceId }) {
  const { results } = await stepOf(origin, jobInstanceId, stepInstanceId)
  const rows = results.map(({ key, executeObject, status, exitCode, tag, durationMs }) => ({
    id: key,
    address: executeObject.ip,
    cloud: executeObject.cloudId,
    status: String(status),
    exit: String(exitCode ?? ''),
    tag: tag ?? '',
    duration: `${durationMs ?? 0} ms`,
  }))
  const isFailed = ({ status }) => status !== '9'
  return {
    rows: [...rows.filter(isFailed), ...rows.filter((row) => !isFailed(row))],
    columns: columnsOf(['address', 'cloud', 'status', 'exit', 'tag', 'duration'], 160),
  }
}

/** The transfers of a file step, its sources' uploads among them, in order of arrival. @returns {Promise<Rows>} */
export async function readTransfers(origin, { jobInstanceId, stepInstanceId }) {
  const { results } = await stepOf(origin, jobInstanceId, stepInstanceId)
  const body = JSON.stringify({ keys: results.map(({ key }) => key), withSources: true })
  const path = `${biz}/${jobInstanceId}/steps/${stepInstanceId}/log`
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body })
  const rows = []
  for (const { kind, key, transfer } of framesOf(Buffer.from(await answer.arrayBuffer()))) {
    if (kind === 'transfer') rows.push(rowOf(key, transfer))
  }
  const fields = ['status', 'direction', 'source', 'sourcePath', 'destination', 'destinationPath']
  return { rows, columns: columnsOf([...fields, 'size', 'speed', 'progress'], 130) }
}

function rowOf(id, { source, destination, status, ...texts }) {
  const written = Object.entries(texts).map(([name, text]) => [name, text ?? ''])
  return {
    ...Object.fromEntries(written),
    id,
    status: String(status),
    source: source?.ip ?? '',
    destination: destination?.ip ?? '',
  }
}

const columnsOf = (fields, width) => fields.map((field) => ({ field, width }))

async function stepOf(origin, jobInstanceId, stepInstanceId) {
  const answer = await fetch(`${origin}${biz}/${jobInstanceId}/steps/${stepInstanceId}`, { headers })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return await answer.json()
}

/** The headers of a stream of frames. */
function* framesOf(bytes) {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at)
    const header = JSON.parse(bytes.toString('utf8', at, end))
    yield header
    at = end + 1 + header.bytes
  }
}
