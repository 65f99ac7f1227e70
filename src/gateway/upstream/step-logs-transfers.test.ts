import { expect, test } from 'vitest'
import { noTexts } from './cut-texts.ts'
import { readStepLogs } from './job-logs.ts'
import { collect } from './job-upstream.fixture.ts'
import { files, ids, run, totalsOf } from './step-logs.fixture.ts'
import type { LogFrame } from './upstream.ts'

const at = (ip: string) => ({ bk_cloud_id: 0, ip })
const download = (source: string | null, more: object = {}) => ({
  mode: 1,
  src_ip: source === null ? null : at(source),
  src_path: '/a',
  dest_ip: at('10.0.0.1'),
  dest_path: '/b',
  status: 3,
  ...more,
})
const transfersOf = (frames: readonly LogFrame[]) =>
  frames.flatMap(({ header }) => (header.kind === 'transfer' ? [header] : []))

async function poll(rows: unknown[]) {
  const owner = { ...at('10.0.0.1'), file_logs: rows }
  const { frames } = run(() => files([owner]), { keys: ['0:10.0.0.1'] })
  return transfersOf(await collect(frames))
}

test('a transfer keeps its key from poll to poll, whatever its state and place in the list', async () => {
  const first = await poll([download('10.0.0.2'), download('10.0.0.3')])
  const second = await poll([
    download('10.0.0.3', { status: 4, process: '100%', log_content: 'x' }),
    download('10.0.0.2', { status: 5 }),
  ])
  expect(second.map(({ key }) => key)).toEqual(first.map(({ key }) => key).toReversed())
})

test('transfers that differ in source, path or direction, or are listed twice, all have keys of their own', async () => {
  const rows = [
    download('10.0.0.2'),
    download('10.0.0.2'),
    download(null),
    download('10.0.0.2', { src_path: '/c' }),
    download('10.0.0.2', { dest_path: '/c' }),
    download('10.0.0.2', { mode: 0 }),
  ]
  const keys = (await poll(rows)).map(({ key }) => key)
  expect(new Set(keys).size).toBe(rows.length)
})

test('transfers with nothing but nulls, and none at all, do no harm', async () => {
  const nulls = {
    mode: null,
    src_ip: null,
    src_path: null,
    dest_ip: null,
    status: null,
    log_content: null,
    size: null,
  }
  const [transfer] = await poll([nulls])
  expect(transfer?.transfer).toEqual({
    direction: 'download',
    source: null,
    sourcePath: '',
    destination: null,
    destinationPath: null,
    status: null,
    size: null,
    speed: null,
    progress: null,
  })
  expect(await poll([null, 3])).toHaveLength(2)
})

test('sources are asked in chunks of their own, for their uploads only, and those known already are not', async () => {
  const sources = ids(2, 61).map((id) => `10.0.0.${id}`)
  const { chunks, frames } = run(
    (chunk) =>
      files(
        chunk.targets.map(({ address }) => ({
          ...at(address ?? ''),
          file_logs:
            address === '10.0.0.1'
              ? sources.map((ip) => download(ip))
              : [download('10.0.0.1'), { mode: 0, src_ip: at(address ?? ''), src_path: '/a', status: 4 }],
        })),
      ),
    { keys: ['0:10.0.0.1', '0:10.0.0.2'], withSources: true },
  )
  const all = await collect(frames)
  expect(chunks[0]?.targets).toHaveLength(2)
  expect(chunks.slice(1).flatMap(({ targets }) => targets.map(({ address }) => address))).toEqual(
    sources.slice(1),
  )
  const uploads = transfersOf(all).filter(({ transfer }) => transfer.direction === 'upload')
  expect(uploads).toHaveLength(60)
  expect(totalsOf(all)).toMatchObject({ hosts: 61, transfers: 60 + 1 + 60, missing: 0 })
})

test('a transfer is read when its turn comes: all of them at once would hold everybody up', () => {
  let read = 0
  const row = () =>
    Object.defineProperty({}, 'mode', {
      get() {
        read += 1
        return 1
      },
    })
  const owner = { ...at('10.0.0.1'), file_logs: Array.from({ length: 100 }, row) }
  const [host] = readStepLogs({ file_task_logs: [owner] }, noTexts).files
  expect(read).toBe(0)
  let taken = 0
  for (const { transfer } of host?.transfers ?? []) {
    taken += 1
    expect([transfer.direction, read]).toEqual(['download', taken])
  }
  expect(taken).toBe(100)
})
