import { jobInstance, scriptStep, unreachedStep } from './build.ts'
import { fleet } from './hosts.ts'
import type { JobInstance, Outcome, StepInstance } from './model.ts'
import { between } from './noise.ts'
import { failed, inBatch, settled, succeeded, waits } from './outcomes.ts'
import { instanceId, stepId } from './story-ids.ts'
import { agentTrouble, deployText, inspectionText } from './text-scripts.ts'
import { day, minute, second, stamp } from './times.ts'

/** Releases: the 2,000-host one with its odd hosts, rolling ones, a retried one. */
export function deployInstances(startedAt: number): readonly JobInstance[] {
  return [
    release(startedAt - 42 * minute),
    rolled(startedAt - 3 * 60 * minute),
    rollingWaits(startedAt - 95 * minute),
    retried(startedAt - day - 20 * minute),
    logsGone(startedAt - 29 * day),
  ]
}

// The execution the product is shown with: seven of 2,000 hosts are wrong, and why differs.
function release(at: number): JobInstance {
  const endedAt = at + 14 * minute
  return jobInstance({
    id: instanceId(1),
    name: '发布 demo-game 2.4.1（全量）',
    operator: 'chenli',
    createdAt: at,
    progress: settled(4, at, endedAt),
    steps: () => [
      precheck(stepId(1, 1), at),
      releaseStep(at + minute, endedAt),
      unreachedStep(stepId(1, 3), '通知值班群 notify', at, () => fleet(1)),
    ],
  })
}

// A step everybody passes, to be told apart from the one that matters.
function precheck(id: string, at: number): StepInstance {
  const targets = fleet(40)
  return scriptStep({
    id,
    name: '发布前检查 precheck',
    createdAt: at,
    targets: () => targets,
    progress: settled(3, at, at + 20 * second),
    outcome: (index) => succeeded(at, between(2, 9, index) * second, '巡检通过'),
    scriptLog: (index) => {
      const object = targets[index]
      return object && inspectionText({ object, startedAt: at, seed: index, isFailed: false })
    },
  })
}

type Trouble = 'exit' | 'timeout' | 'agent'

// Seven hosts in three ways, spread so that nobody finds them by scrolling.
const troubles: ReadonlyMap<number, Trouble> = new Map([
  [137, 'exit'],
  [611, 'exit'],
  [1388, 'exit'],
  [402, 'timeout'],
  [1731, 'timeout'],
  [988, 'agent'],
  [1999, 'agent'],
])

// The step refers to itself for its hosts: the fleet is built once, when somebody looks.
function releaseStep(at: number, endedAt: number): StepInstance {
  const step = {
    id: stepId(1, 2),
    name: '升级 game-server 至 2.4.1',
    createdAt: at - minute,
    targets: () => fleet(2_000),
    progress: settled(4, at, endedAt),
    script:
      '#!/bin/bash\n. ./job_common.sh\njob_start\n./deploy.sh "$VERSION" || job_fail "config-invalid"\n',
    scriptParam: '******',
  }
  const built: StepInstance = scriptStep({
    ...step,
    outcome: (index) => releaseOutcome(index, at),
    scriptLog: (index) => releaseLog(built, index, at),
  })
  return built
}

// Two tags among the successful: "already-2.4.1" hosts had nothing to do.
function releaseOutcome(index: number, at: number): Outcome {
  const trouble = troubles.get(index)
  if (trouble === 'exit') return failed(104, 1, at, (6 + (index % 5)) * second, 'config-invalid')
  if (trouble === 'timeout') return failed(102, null, at, 10 * minute)
  if (trouble === 'agent') return failed(310, null, at, 12 * second)
  return succeeded(at, (8 + (index % 9)) * second, index % 61 === 5 ? 'already-2.4.1' : 'release-2.4.1')
}

// Lost agents have no output of their own, only the platform's sentence (bk-job B.4).
function releaseLog(step: StepInstance, index: number, at: number): string | undefined {
  const object = step.targets.all[index]
  if (object === undefined) return undefined
  const trouble = troubles.get(index)
  if (trouble === 'agent') return agentTrouble(at + 12 * second)
  const text = deployText({ object, startedAt: at, seed: index, isFailed: trouble === 'exit' })
  return trouble === 'timeout' ? stuckAfterDrain(text, at) : text
}

// The process hangs where the others go on; the last line is the platform's own.
function stuckAfterDrain(text: string, at: number): string {
  const cut = text.indexOf('[deploy] ln -sfn')
  const lineStart = text.lastIndexOf('\n', cut) + 1
  const waitingFor = `${stamp(at + 20 * second)} WARN  [deploy] waiting for lock /var/run/deploy.lock held by pid 4411\n`
  return `${text.slice(0, lineStart)}${waitingFor}[${stamp(at + 10 * minute)}] Script execution timeout, killed\n`
}

// All batches ran although one host failed: the mode ignores errors.
function rolled(at: number): JobInstance {
  const endedAt = at + 11 * minute
  return jobInstance({
    id: instanceId(7),
    name: '滚动重启 match-service（5 批）',
    operator: 'wangfang',
    createdAt: at,
    progress: settled(4, at, endedAt),
    steps: () => [
      rollingStep(stepId(7, 1), at, { batches: 5, done: 5, status: 4, endedAt, failedIndex: 47 }),
    ],
  })
}

// Half of the hosts have no result and no log, and will have none until somebody continues.
function rollingWaits(at: number): JobInstance {
  return jobInstance({
    id: instanceId(8),
    name: '滚动升级 gateway（等待继续）',
    operator: 'wangfang',
    createdAt: at,
    progress: settled(15, at, null),
    steps: () => [
      rollingStep(stepId(8, 1), at, { batches: 4, done: 2, status: 15, endedAt: null, failedIndex: -1 }),
    ],
  })
}

interface Rolling {
  readonly batches: number
  readonly done: number
  readonly status: number
  readonly endedAt: number | null
  readonly failedIndex: number
}

const batchSize = 20

// Each batch holds its own hosts, a step's log is all of them together (bk-job B.4).
function rollingStep(id: string, at: number, rolling: Rolling): StepInstance {
  const targets = fleet(rolling.batches * batchSize, 300)
  const batchOf = (index: number) => Math.floor(index / batchSize) + 1
  const beganAt = (index: number) => at + (batchOf(index) - 1) * 2 * minute
  const isDone = (index: number) => batchOf(index) <= rolling.done
  return scriptStep({
    id,
    name: '按批重启 rolling restart',
    createdAt: at,
    batchCount: rolling.batches,
    targets: () => targets,
    progress: settled(rolling.status, at, rolling.endedAt),
    outcome: (index) => {
      const batch = batchOf(index)
      if (!isDone(index)) return waits(batch)
      const isFailed = index === rolling.failedIndex
      const done = isFailed
        ? failed(104, 2, beganAt(index), 9 * second, 'config-invalid')
        : succeeded(beganAt(index), 12 * second, 'release-2.4.1')
      return inBatch(done, batch)
    },
    scriptLog: (index) => {
      const object = targets[index]
      if (object === undefined || !isDone(index)) return undefined
      const isFailed = index === rolling.failedIndex
      return deployText({ object, startedAt: beganAt(index), seed: index, isFailed })
    },
  })
}

/** The last attempt in which a host failed; -1 when it succeeded at once. */
function lastFailure(index: number): number {
  if (index < 4) return 1
  return index < 12 ? 0 : -1
}

// Three attempts of one step; each host ran until it succeeded and then kept that result.
function retried(at: number): JobInstance {
  const targets = fleet(40, 500)
  const beganAt = (executeCount: number) => at + executeCount * 6 * minute
  const ranIn = (index: number, executeCount: number) => Math.min(executeCount, lastFailure(index) + 1)
  const step = scriptStep({
    id: stepId(9, 1),
    name: '修复配置 fix config',
    createdAt: at,
    executeCount: 2,
    targets: () => targets,
    progress: settled(3, beganAt(2), beganAt(2) + 40 * second),
    outcome: (index, _now, executeCount) => {
      const startedAt = beganAt(ranIn(index, executeCount))
      return executeCount <= lastFailure(index)
        ? failed(104, 1, startedAt, 8 * second, 'config-invalid')
        : succeeded(startedAt, 14 * second, 'release-2.4.1')
    },
    // Hosts that were not run again keep the log of their own last attempt (bk-job B.4).
    scriptLog: (index) => {
      const object = targets[index]
      const startedAt = beganAt(ranIn(index, 2))
      return object && deployText({ object, startedAt, seed: index, isFailed: false })
    },
  })
  return jobInstance({
    id: instanceId(9),
    name: '修复 server.yaml（重试两次）',
    operator: 'chenli',
    createdAt: at,
    progress: settled(3, at, beganAt(2) + 40 * second),
    steps: () => [step],
  })
}

// Instances outlive their logs by configuration: success with every host missing (bk-job A.15).
function logsGone(at: number): JobInstance {
  const step = scriptStep({
    id: stepId(20, 1),
    name: '清理旧日志 cleanup',
    createdAt: at,
    targets: () => fleet(12, 700),
    progress: settled(3, at, at + 30 * second),
    outcome: (index) => succeeded(at, (3 + index) * second),
    scriptLog: () => undefined,
  })
  return jobInstance({
    id: instanceId(20),
    name: '清理旧日志（日志已过期）',
    createdAt: at,
    progress: settled(3, at, at + 30 * second),
    steps: () => [step],
  })
}
