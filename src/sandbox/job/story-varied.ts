import { fileStep, jobInstance } from './build.ts'
import { fleet, host } from './hosts.ts'
import type { JobInstance, Outcome, StepInstance, Transfer } from './model.ts'
import { failed, runs, settled, succeeded, waits } from './outcomes.ts'
import { instanceId, stepId } from './story-ids.ts'
import {
  brokenTransfer,
  finishedByOldAgent,
  finishedTransfer,
  type Leg,
  movingTransfer,
  pullingTransfer,
  reasons,
  refusedTransfer,
  waitingTransfer,
} from './text-transfers.ts'
import { minute, second } from './times.ts'

const local = [
  '/data/pkg/app.tar.gz',
  '/data/pkg/patch 2.4.1: hotfix.tar.gz',
  '/data/pkg/plugins/',
  'C:\\pkg\\设置 client.zip',
]
const remote = ['artifactory/release/2.4.1/maps.pak']
const files = [...local, ...remote]
const sources = [host(88_021, '10.99.0.21'), host(88_022, '10.99.0.22', 3)]
const fileWorker = host(88_023, '10.99.0.23')
const sizes = [9, 191_000_000, 3_407_872, 1_536, 2_147_483_648]

type Make = (leg: Leg) => Transfer

/** What can happen to a host's transfers. Host n of the varied distribution has row n % 12: each occurs on five hosts. */
export const fates: readonly { readonly make: Make; readonly outcome: (at: number) => Outcome }[] = [
  { make: finishedTransfer, outcome: (at) => succeeded(at, 42 * second) },
  { make: finishedByOldAgent, outcome: (at) => succeeded(at, 51 * second) },
  { make: (leg) => finishedTransfer(leg, true), outcome: (at) => succeeded(at, 77 * second) },
  { make: (leg) => movingTransfer(leg, 63), outcome: runs },
  { make: waitingTransfer, outcome: () => waits() },
  {
    make: (leg) => refusedTransfer(leg, reasons.sourceMissing),
    outcome: (at) => failed(203, null, at, second),
  },
  {
    make: (leg) => brokenTransfer(leg, reasons.diskFull, 37),
    outcome: (at) => failed(329, null, at, 9 * second),
  },
  {
    make: (leg) => brokenTransfer(leg, reasons.agentAbnormal, 88),
    outcome: (at) => failed(310, null, at, 30 * second),
  },
  {
    make: (leg) => brokenTransfer(leg, reasons.timeout, 12),
    outcome: (at) => failed(303, null, at, 20 * minute),
  },
  { make: (leg) => refusedTransfer(leg, reasons.noUser), outcome: (at) => failed(311, null, at, second) },
  {
    make: (leg) => refusedTransfer(leg, reasons.notInstalled),
    outcome: (at) => failed(18, null, at, second),
  },
  { make: (leg) => ({ ...waitingTransfer(leg), speed: '', process: '' }), outcome: () => waits() },
]

function fateOf(index: number) {
  return fates[index % fates.length] ?? { make: waitingTransfer, outcome: () => waits() }
}

/**
 * Sixty hosts, five files, every transfer state 0 to 5. The fifth file comes from a third-party source: on hosts that
 * wait or run it is still being pulled, and its source object is null (bk-job B.6).
 */
export function variedDistribution(at: number): JobInstance {
  const targets = fleet(60, 1_100)
  const legOf = (index: number, file: number): Leg => ({
    source: file < local.length ? (sources[file % 2] ?? null) : fileWorker,
    sourcePath: files[file] ?? '',
    destination: targets[index] ?? null,
    destinationPath: `/data/game/incoming/${(files[file] ?? '').replace(/^.*[/\\](?=.)/, '')}`,
    bytes: sizes[file] ?? 0,
    kilobytesPerSecond: 300 + index * 137 + file * 1_024,
    startedAt: at + index * second,
  })
  const step: StepInstance = fileStep({
    id: stepId(15, 1),
    name: '分发补丁：各种状态 every state',
    createdAt: at,
    targets: () => targets,
    sources: () => [...sources, fileWorker],
    files: [
      { paths: local, fileType: 1 },
      { paths: remote, fileType: 3 },
    ],
    destinationPath: '/data/game/incoming/',
    progress: settled(2, at, null),
    outcome: (index) => fateOf(index).outcome(at),
    downloads: (index) => files.map((_, file) => varied(legOf(index, file), index, file)),
    uploads: (source) => uploads(source, (file) => legOf(0, file)),
  })
  return jobInstance({
    ...{ id: instanceId(15), name: step.name, createdAt: at, type: 2, operator: 'wangfang' },
    ...{ progress: settled(2, at, null), steps: () => [step] },
  })
}

// The same file is waiting, running or pulled for different hosts: state belongs to the pair.
function varied(leg: Leg, index: number, file: number): Transfer {
  const row = index % fates.length
  const isPulled = file === local.length && (row === 3 || row === 4 || row === 11)
  return isPulled ? pullingTransfer({ ...leg, source: null }, row * 8) : fateOf(index).make(leg)
}

// One source finished, one misses a file, one still pulls: downloads fail for reasons found here.
function uploads(source: number, legOf: (file: number) => Leg): readonly Transfer[] {
  const up = (file: number): Leg => ({ ...legOf(file), destination: null, destinationPath: null })
  if (source === 0) return [finishedTransfer(up(0)), movingTransfer(up(2), 71)]
  if (source === 1) return [refusedTransfer(up(1), reasons.sourceMissing), finishedTransfer(up(3))]
  return [pullingTransfer({ ...up(4), source: null }, 34)]
}
