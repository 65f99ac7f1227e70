import { fileStep, jobInstance } from './build.ts'
import { fleet, host } from './hosts.ts'
import type { JobInstance, Outcome, Transfer } from './model.ts'
import { between } from './noise.ts'
import { failed, runs, runsUntil, succeeded, waits } from './outcomes.ts'
import { instanceId, stepId } from './story-ids.ts'
import { brokenTransfer, type Leg, moving, type Reason, reasons, refusedTransfer } from './text-transfers.ts'
import { minute, second } from './times.ts'

const hostCount = 24
const files = ['base.tar.gz', 'patch 2.5.0: languages.zip', 'plugins/']

interface Trouble {
  readonly reason: Reason
  readonly file: number
  readonly hostStatus: number
  /** So long after the host began. */
  readonly afterMs: number
}

/** What goes wrong on a host; most fare well. */
function troubleOf(index: number): Trouble | null {
  if (index % 4 === 1) return { reason: reasons.diskFull, file: 0, hostStatus: 329, afterMs: 110 * second }
  if (index % 6 === 2)
    return { reason: reasons.sourceMissing, file: 1, hostStatus: 203, afterMs: 200 * second }
  return index % 8 === 6 ? { reason: reasons.quota, file: 2, hostStatus: 202, afterMs: 250 * second } : null
}

// Hosts begin ten seconds apart and have no transfers before; some fail on the way, each kind for the first time while
// one watches. Uploads are told of only after a while.
export function failingFiles(at: number): JobInstance {
  const lastsMs = 8 * minute
  const targets = fleet(hostCount, 1_570)
  const sources = [host(88_041, '10.99.0.41'), host(88_042, '10.99.0.42')]
  const progress = runsUntil(at, at + lastsMs, 4)
  const beganAt = (index: number) => at + index * 10 * second
  const endedAt = (index: number, file: number) => {
    const trouble = troubleOf(index)
    const lasts = trouble?.file === file ? trouble.afterMs : between(40, 200, index, file) * second
    return beganAt(index) + lasts
  }
  const legOf = (index: number, file: number): Leg => ({
    ...{ source: sources[file % 2] ?? null, sourcePath: `/data/pkg/2.5.0/${files[file]}` },
    ...{ destination: targets[index] ?? null, destinationPath: `/data/game/2.5.0/${files[file]}` },
    ...{ bytes: (file + 1) * 310_000_000, kilobytesPerSecond: between(900, 9_000, index, file) },
    startedAt: beganAt(index),
  })
  const download = (index: number, file: number, now: number): Transfer => {
    const trouble = troubleOf(index)
    const leg = legOf(index, file)
    if (trouble?.file !== file) return moving(leg, beganAt(index), endedAt(index, file), now)
    if (now < endedAt(index, file)) return moving(leg, beganAt(index), beganAt(index) + 5 * minute, now)
    return trouble.hostStatus === 203
      ? refusedTransfer(leg, trouble.reason)
      : brokenTransfer(leg, trouble.reason, 37)
  }
  const lastAt = (index: number) => Math.max(...files.map((_, file) => endedAt(index, file)))
  const outcome = (index: number, now: number): Outcome => {
    if (now < beganAt(index)) return waits()
    if (now < lastAt(index)) return runs(beganAt(index))
    const trouble = troubleOf(index)
    const lasted = lastAt(index) - beganAt(index)
    return trouble === null
      ? succeeded(beganAt(index), lasted)
      : failed(trouble.hostStatus, null, beganAt(index), lasted)
  }
  const step = fileStep({
    ...{
      id: stepId(30, 1),
      name: '分发 2.5.0（进行中，8 分钟，部分失败）',
      createdAt: at,
      progress,
      outcome,
    },
    targets: () => targets,
    sources: () => sources,
    files: [{ paths: files.map((name) => `/data/pkg/2.5.0/${name}`), fileType: 1 }],
    destinationPath: '/data/game/2.5.0/',
    downloads: (index, now) =>
      now < beganAt(index) ? [] : files.map((_, file) => download(index, file, now)),
    uploads: (source, now) =>
      now < at + 45 * second
        ? []
        : files.flatMap((_, file) => {
            const leg = { ...legOf(0, file), destination: null, destinationPath: null }
            return file % 2 === source ? [moving(leg, at, at + 2 * minute, now)] : []
          }),
  })
  return jobInstance({
    ...{ id: instanceId(30), name: step.name, createdAt: at, type: 2 },
    ...{ progress, steps: () => [step] },
  })
}
