import { fileStep, jobInstance } from './build.ts'
import { fleet, host } from './hosts.ts'
import type { Host, JobInstance, StepInstance, Transfer } from './model.ts'
import { between, noise } from './noise.ts'
import { failed, inBatch, settled, succeeded } from './outcomes.ts'
import { instanceId, stepId } from './story-ids.ts'
import { fates, variedDistribution } from './story-varied.ts'
import {
  brokenTransfer,
  finishedTransfer,
  type Leg,
  movingTransfer,
  pullingTransfer,
  reasons,
} from './text-transfers.ts'
import { day, hour, minute, second } from './times.ts'

/** Distributions that do not move any more. */
export function distributionInstances(startedAt: number): readonly JobInstance[] {
  return [
    large(startedAt - 4 * hour),
    variedDistribution(startedAt - 50 * minute),
    retriedDistribution(startedAt - day - 2 * hour),
    rolledBySource(startedAt - 30 * hour),
  ]
}

const fileCount = 50
const paths = Array.from(
  { length: fileCount },
  (_, file) => `/data/pkg/2.4.1/assets/level_${String(file + 1).padStart(2, '0')}.pak`,
)

interface Plain {
  readonly at: number
  readonly targets: readonly Host[]
  readonly sources: readonly Host[]
  readonly files: readonly string[]
}

// Every figure follows from target and file: 100,000 transfers are computed, never kept.
function legOf({ at, targets, sources, files }: Plain, target: number, file: number): Leg {
  const path = files[file] ?? ''
  return {
    source: sources[file % sources.length] ?? null,
    sourcePath: path,
    destination: targets[target] ?? null,
    destinationPath: path.replace('/data/pkg', '/data/game'),
    bytes: between(4_000, 96_000_000, file, 7),
    kilobytesPerSecond: between(700, 52_000, target, file),
    startedAt: at + (noise(target, file) % 90) * second,
  }
}

// A source reads a file once, however many targets want it.
function uploadsOf(plain: Plain, source: number): readonly Transfer[] {
  return plain.files.flatMap((_, file) =>
    file % plain.sources.length === source
      ? [finishedTransfer({ ...legOf(plain, 0, file), destination: null, destinationPath: null })]
      : [],
  )
}

// The last twelve targets of the large distribution met every fate there is, each on its first file; a thirteenth
// still pulls from a third-party source.
const oddHosts = 1_988
const pullingHost = oddHosts - 1

function oddTransfer(leg: Leg, target: number): Transfer | null {
  if (target === pullingHost) return pullingTransfer({ ...leg, source: null }, 24)
  return fates[target - oddHosts]?.make(leg) ?? null
}

// One upload never came to its end.
function largeUploads(plain: Plain, source: number): readonly Transfer[] {
  const uploads = uploadsOf(plain, source)
  if (source !== plain.sources.length - 1) return uploads
  const stuck = { ...legOf(plain, 0, fileCount - 1), destination: null, destinationPath: null }
  return [...uploads.slice(0, -1), movingTransfer(stuck, 58)]
}

// A full disk in a few places: every 251st target ran full, but only on some of its files.
function large(at: number): JobInstance {
  let made: Plain | null = null
  const plain = () => {
    made ??= { at, targets: fleet(2_000), sources: fleet(5, 49_000), files: paths }
    return made
  }
  const isBadHost = (target: number) => target % 251 === 250
  const isBad = (target: number, file: number) => isBadHost(target) && file % 17 === 3
  const progress = settled(4, at, at + 22 * minute)
  const step = fileStep({
    id: stepId(14, 1),
    name: '分发 2.4.1 资源包（2,000 × 50）',
    createdAt: at,
    targets: () => plain().targets,
    sources: () => plain().sources,
    files: [{ paths, fileType: 1 }],
    destinationPath: '/data/game/2.4.1/assets/',
    progress,
    outcome: (index) =>
      fates[index - oddHosts]?.outcome(at) ??
      (isBadHost(index)
        ? failed(202, null, at, 4 * minute)
        : succeeded(at, between(60, 300, index) * second)),
    downloads: (target) =>
      paths.map((_, file) => {
        const leg = legOf(plain(), target, file)
        const odd = file === 0 ? oddTransfer(leg, target) : null
        if (odd !== null) return odd
        if (isBad(target, file)) return brokenTransfer(leg, reasons.diskFull, between(5, 90, target, file))
        return finishedTransfer(leg, noise(target, file) % 9 === 0)
      }),
    uploads: (source) => largeUploads(plain(), source),
  })
  return jobInstance({
    ...{ id: instanceId(14), name: step.name, createdAt: at, type: 2, operator: 'chenli' },
    ...{ progress, steps: () => [step] },
  })
}

// "Retry failed" reran two of ten hosts: the batch call knows the second attempt only (bk-job B.4).
function retriedDistribution(at: number): JobInstance {
  const files = ['/data/pkg/hotfix/server.yaml', '/data/pkg/hotfix/rules.json']
  const plain: Plain = { at, targets: fleet(10, 1_200), sources: [host(88_001, '10.99.0.11')], files }
  const isRerun = (index: number) => index === 2 || index === 7
  const secondAt = at + 5 * minute
  const progress = settled(3, secondAt, secondAt + minute)
  const step: StepInstance = fileStep({
    id: stepId(10, 1),
    name: '分发热修复配置（重试一次）',
    createdAt: at,
    executeCount: 1,
    targets: () => plain.targets,
    sources: () => plain.sources,
    files: [{ paths: files, fileType: 1 }],
    destinationPath: '/data/game/hotfix/',
    progress,
    outcome: (index, _now, executeCount) => {
      if (!isRerun(index)) return succeeded(at, 9 * second)
      return executeCount === 0 ? failed(303, null, at, 2 * minute) : succeeded(secondAt, 11 * second)
    },
    downloads: (target) => {
      const from = { ...plain, at: isRerun(target) ? secondAt : at }
      return files.map((_, file) => finishedTransfer(legOf(from, target, file)))
    },
    uploads: (source) => uploadsOf(plain, source),
    isCarriedOver: (index) => !isRerun(index),
  })
  return jobInstance({
    ...{ id: instanceId(10), name: step.name, createdAt: at, type: 2 },
    ...{ progress: settled(3, at, secondAt + minute), steps: () => [step] },
  })
}

// When source files roll, a target is a row of its own in every batch: the status lists it twice (bk-job A.7).
function rolledBySource(at: number): JobInstance {
  const files = paths.slice(0, 4)
  const hosts = fleet(5, 1_220)
  const plain: Plain = { at, targets: hosts, sources: [host(88_002, '10.99.0.12')], files }
  const progress = settled(3, at, at + 3 * minute)
  const step: StepInstance = fileStep({
    ...{ id: stepId(26, 1), name: '按源文件滚动分发', createdAt: at, progress, batchCount: 2 },
    targets: () => [...hosts, ...hosts],
    sources: () => plain.sources,
    files: [{ paths: files, fileType: 1 }],
    destinationPath: '/data/game/2.4.1/assets/',
    outcome: (index) => {
      const batch = index < hosts.length ? 1 : 2
      return inBatch(succeeded(at + (batch - 1) * minute, 20 * second), batch)
    },
    downloads: (target) =>
      files.map((_, file) => finishedTransfer(legOf(plain, target % hosts.length, file))),
    uploads: (source) => uploadsOf(plain, source),
  })
  return jobInstance({
    ...{ id: instanceId(26), name: step.name, createdAt: at, type: 2 },
    ...{ progress, steps: () => [step] },
  })
}
