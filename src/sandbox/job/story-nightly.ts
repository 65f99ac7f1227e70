import { jobInstance, scriptStep } from './build.ts'
import { fleet } from './hosts.ts'
import type { JobInstance, StepInstance } from './model.ts'
import { between } from './noise.ts'
import { failed, settled, succeeded } from './outcomes.ts'
import { inspectionText } from './text-scripts.ts'
import { day, hour, minute, second, startOfDay } from './times.ts'

const nights = 28
const planId = 1100
const hosts = 60

/** The id of a night's run; 0 is the last night. */
function nightlyId(nightsAgo: number): string {
  return String(20_000_003_000 + nights - 1 - nightsAgo)
}

/**
 * One job plan every night at ten past two, by a timer: what "the same job, earlier runs" is for. Last night five of
 * sixty hosts failed and it took long; a week before all was well in four minutes.
 */
export function nightlyInstances(startedAt: number): readonly JobInstance[] {
  // Two hours ago at least: the top of the list belongs to the signature instances.
  const tenPastTwo = startOfDay(startedAt - 2 * hour) + 2 * hour + 10 * minute
  const lastAt = tenPastTwo < startedAt - 2 * hour ? tenPastTwo : tenPastTwo - day
  return Array.from({ length: nights }, (_, nightsAgo) => nightly(nightsAgo, lastAt - nightsAgo * day))
}

function nightly(nightsAgo: number, at: number): JobInstance {
  const id = nightlyId(nightsAgo)
  const failures = failuresOf(nightsAgo)
  const endedAt = at + durationOf(nightsAgo)
  const status = failures === 0 ? 3 : 4
  return jobInstance({
    ...{ id, name: '每夜巡检 nightly check', operator: 'ops-bot', launchMode: 3, planId },
    createdAt: at,
    progress: settled(status, at, endedAt),
    steps: () => [
      inspection(`${id}01`, at, endedAt - 20 * second, failures),
      summary(`${id}02`, endedAt - 20 * second, endedAt),
    ],
  })
}

// Now and then a host or two, last night five.
function failuresOf(nightsAgo: number): number {
  if (nightsAgo === 0) return 5
  if (nightsAgo === 7) return 0
  return nightsAgo % 6 === 4 ? 1 + (nightsAgo % 2) : 0
}

function durationOf(nightsAgo: number): number {
  if (nightsAgo === 0) return 9 * minute + 40 * second
  if (nightsAgo === 7) return 4 * minute + 12 * second
  return between(225, 290, nightsAgo, 3) * second
}

// The failed hosts are spread evenly, as a bad rack would not be.
function inspection(id: string, at: number, endedAt: number, failures: number): StepInstance {
  const targets = fleet(hosts, 1_700)
  const isUnlucky = (index: number) => index % 12 === 5 && index < failures * 12
  return scriptStep({
    id,
    name: '巡检主机 check hosts',
    createdAt: at,
    targets: () => targets,
    progress: settled(failures === 0 ? 3 : 6, at, endedAt),
    outcome: (index) => {
      const durationMs = between(2, 9, index) * second
      return isUnlucky(index)
        ? failed(104, 1, at, durationMs, '磁盘告急')
        : succeeded(at, durationMs, '巡检通过')
    },
    scriptLog: (index) => {
      const object = targets[index]
      return object && inspectionText({ object, startedAt: at, seed: index, isFailed: isUnlucky(index) })
    },
  })
}

function summary(id: string, at: number, endedAt: number): StepInstance {
  const targets = fleet(1, 1_800)
  return scriptStep({
    id,
    name: '汇总 summary',
    createdAt: at,
    targets: () => targets,
    progress: settled(3, at, endedAt),
    outcome: () => succeeded(at, endedAt - at),
    scriptLog: (index) => {
      const object = targets[index]
      return object && inspectionText({ object, startedAt: at, seed: index, isFailed: false })
    },
  })
}
