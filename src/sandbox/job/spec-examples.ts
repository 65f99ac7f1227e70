import { fileStep, jobInstance, scriptStep } from './build.ts'
import { host } from './hosts.ts'
import type { Json } from './lossless-json.ts'
import type { Host, JobInstance, StepInstance, Transfer } from './model.ts'
import type { Asked } from './objects-asked.ts'
import { settled, succeeded } from './outcomes.ts'
import { minute, second } from './times.ts'

/** The file step that stands for specification 2's example; the document reuses step id 200 for it. */
export const esbExampleStepId = '202'

const first = host(1, '127.0.0.1')
const other = host(2, '127.0.0.2')
const third = host(11, '10.0.0.1')
const fourth = host(12, '10.0.0.2')

const downloadLine =
  '[2021-06-28 11:32:16] FileName: /tmp/1.log FileSize: 9.0 Bytes State: dest agent success download file Speed: 1 KB/s Progress: 100% StatusDesc: dest agent success download file Detail: success'
const uploadLine =
  '[2021-06-28 11:32:16] FileName: /data/1.log FileSize: 9.0 Bytes State: source agent success upload file Speed: 1 KB/s Progress: 100% StatusDesc: source agent success upload file Detail: success upload'

/** Job instance 100 of business 1: every example of specifications 1 and 2, value for value. It never expires. */
export function specInstance(startedAt: number): JobInstance {
  const createdAt = startedAt - 60 * minute
  const endedAt = createdAt + 12 * second
  return jobInstance({
    id: '100',
    scope: 'biz:1',
    name: 'specification examples',
    createdAt,
    progress: settled(3, createdAt, endedAt),
    steps: () => [
      scriptExample(createdAt),
      fileExample('201', createdAt + 4 * second, first, other),
      fileExample(esbExampleStepId, createdAt + 8 * second, third, fourth),
    ],
  })
}

// The times in these texts are the document's, years before the instance was created.
function scriptExample(startedAt: number): StepInstance {
  const pids = [56875, 16789]
  return scriptStep({
    id: '200',
    name: 'script example',
    createdAt: startedAt,
    keepsOrder: true,
    targets: () => [first, other],
    progress: settled(3, startedAt, startedAt + 3 * second),
    outcome: () => succeeded(startedAt, 2 * second),
    scriptLog: (index) => `[2018-03-15 14:39:30][PID:${pids[index]}] job_start\n`,
  })
}

// Size 1.0 against 9.0 in the text is the document's own contradiction; it stays.
function fileExample(id: string, startedAt: number, destination: Host, source: Host): StepInstance {
  const ends = { source, sourcePath: '/data/1.log' }
  const state = { status: 4, size: '1.0 Bytes', speed: '0 KB/s', process: '100%' }
  const download: Transfer = {
    ...{ mode: 1, ...ends, destination, destinationPath: '/tmp/1.log' },
    ...{ ...state, logText: downloadLine },
  }
  const upload: Transfer = {
    ...{ mode: 0, ...ends, destination: null, destinationPath: null },
    ...{ ...state, logText: uploadLine },
  }
  return fileStep({
    id,
    name: 'file example',
    createdAt: startedAt,
    keepsOrder: true,
    targets: () => [destination],
    sources: () => [source],
    files: [{ paths: ['/data/1.log'], fileType: 1 }],
    destinationPath: '/tmp/',
    progress: settled(3, startedAt, startedAt + 3 * second),
    outcome: () => succeeded(startedAt, 2 * second),
    downloads: () => [download],
    uploads: () => [upload],
  })
}

/**
 * Specification 2's answer with the document's fields: `task_instance_id`, no host ids, no sizes. The code behind ESB
 * never answered like this (bk-job 0), but an old proxy in between may. Hosts not asked for are left out.
 */
export function esbExample(asked: readonly Asked[]): Json {
  const wanted = exampleHosts.filter(({ host: { hostId, ip } }) => isAsked(asked, String(hostId), `0:${ip}`))
  return {
    log_type: 2,
    task_instance_id: 100,
    step_instance_id: 202,
    file_task_logs: (wanted.length === 0 ? exampleHosts : wanted).map(({ host: { ip }, logs }) => ({
      ip,
      bk_cloud_id: 0,
      file_logs: logs,
    })),
  }
}

function isAsked(asked: readonly Asked[], hostId: string, address: string): boolean {
  return asked.some(({ by, key }) => key === (by === 'host' ? hostId : address))
}

const sourceEnd = { src_ip: { bk_cloud_id: 0, ip: '10.0.0.2' }, src_path: '/data/1.log' }
const exampleHosts: readonly { readonly host: Host; readonly logs: Json }[] = [
  {
    host: third,
    logs: [
      {
        mode: 1,
        ...sourceEnd,
        dest_ip: { bk_cloud_id: 0, ip: '10.0.0.1' },
        dest_path: '/tmp/1.log',
        status: 4,
        log_content: downloadLine,
      },
    ],
  },
  { host: fourth, logs: [{ mode: 0, ...sourceEnd, status: 4, log_content: uploadLine }] },
]
