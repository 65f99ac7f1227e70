import { confirmStep, jobInstance, scriptStep, unreachedStep } from './build.ts'
import { fleet } from './hosts.ts'
import type { JobInstance, Outcome, Progress, StepInstance } from './model.ts'
import { failed, runs, settled, succeeded, waits } from './outcomes.ts'
import { instanceId, stepId } from './story-ids.ts'
import { agentTrouble, aptText, deployText, inspectionText } from './text-scripts.ts'
import { day, hour, minute, second } from './times.ts'

/** Executions remarkable for the state they stand in. */
export function stateInstances(startedAt: number): readonly JobInstance[] {
  return [
    waitsForConfirmation(startedAt - 25 * minute),
    everyHostStatus(startedAt - 6 * hour),
    firstStepFailed(startedAt - 10 * hour),
    beingTerminated(startedAt - 34 * minute),
    abnormal(startedAt - 2 * day),
    refused(startedAt - 3 * day),
    unknownStatus(startedAt - 4 * day),
  ]
}

interface Plain {
  readonly id: string
  readonly name: string
  readonly at: number
  readonly hosts: readonly [count: number, from: number]
  readonly progress: (now: number) => Progress
  readonly outcome: (index: number) => Outcome
}

// A script step whose texts follow its outcomes: lost agents get the sentence the platform writes itself.
function plainStep({ id, name, at, hosts, progress, outcome }: Plain): StepInstance {
  const targets = fleet(...hosts)
  return scriptStep({
    ...{ id, name, createdAt: at, progress, outcome },
    targets: () => targets,
    scriptLog: (index) => {
      const object = targets[index]
      const { status, startedAt } = outcome(index)
      if (object === undefined || startedAt === null) return undefined
      if (status === 1 || status === 18 || status === 310) return agentTrouble(startedAt)
      return deployText({ object, startedAt, seed: index, isFailed: status !== 9 && status !== 7 })
    },
  })
}

// A person is asked, and until then nothing moves: the page must say who and what.
function waitsForConfirmation(at: number): JobInstance {
  return jobInstance({
    id: instanceId(11),
    name: '开服流程（等待人工确认）',
    createdAt: at,
    progress: settled(7, at, null),
    steps: () => [
      plainStep({
        ...{ id: stepId(11, 1), name: '备份数据库 backup', at, hosts: [6, 950] },
        progress: settled(3, at, at + minute),
        outcome: (index) => succeeded(at, (20 + index) * second),
      }),
      confirmStep({
        ...{ id: stepId(11, 2), name: '确认开服', createdAt: at },
        progress: settled(7, at + minute, null),
        message: '请运营确认备份完成后再开服。确认人：chenli、wangfang',
      }),
      unreachedStep(stepId(11, 3), '开放登录 open login', at, () => fleet(20, 960)),
    ],
  })
}

// 777 is in no table; 0 and 500 are "unknown" in the platform's own.
const statuses = [
  0, 1, 2, 3, 5, 7, 9, 11, 12, 13, 15, 16, 17, 18, 101, 102, 103, 104, 202, 203, 301, 303, 310, 311, 312, 320,
  321, 329, 399, 403, 404, 500, 777,
]

// One host per status, so that no word and no colour is ever seen for the first time in production.
function everyHostStatus(at: number): JobInstance {
  return jobInstance({
    id: instanceId(13),
    name: '主机状态大全 every host status',
    type: 1,
    createdAt: at,
    progress: settled(4, at, at + 5 * minute),
    steps: () => [
      plainStep({
        ...{ id: stepId(13, 1), name: '主机状态大全', at, hosts: [statuses.length, 1_300] },
        progress: settled(4, at, at + 5 * minute),
        outcome: (index) => outcomeOf(statuses[index] ?? 0, at, index),
      }),
    ],
  })
}

// Only what waits or runs has no end; only scripts that really ran have an exit code.
function outcomeOf(status: number, at: number, index: number): Outcome {
  if (status === 5) return waits()
  if (status === 7) return runs(at)
  if (status === 9 || status === 3) return { ...succeeded(at, (3 + index) * second), status }
  return failed(status, status === 104 || status === 101 ? index : null, at, (3 + index) * second)
}

// Failed at once and everywhere: later steps exist and have never begun.
function firstStepFailed(at: number): JobInstance {
  return jobInstance({
    id: instanceId(19),
    name: '夜间升级（第一步失败）',
    launchMode: 3,
    createdAt: at,
    progress: settled(4, at, at + 40 * second),
    steps: () => [
      aptStep(at),
      unreachedStep(stepId(19, 2), '重启 reboot', at, () => fleet(8, 1_400)),
      unreachedStep(stepId(19, 3), '验证 verify', at, () => fleet(8, 1_400)),
    ],
  })
}

// All hosts fail alike here, the opposite of the release with its seven odd ones.
function aptStep(at: number): StepInstance {
  const targets = fleet(8, 1_400)
  return scriptStep({
    ...{ id: stepId(19, 1), name: '升级软件包 apt upgrade', createdAt: at },
    targets: () => targets,
    progress: settled(4, at, at + 40 * second),
    outcome: (index) => failed(104, 100, at, (21 + index) * second, 'dpkg'),
    scriptLog: (index) => {
      const object = targets[index]
      return object && aptText({ object, startedAt: at, seed: index, isFailed: true })
    },
  })
}

// Terminating may take for ever when agents do not answer; polling goes on, the duration grows.
function beingTerminated(at: number): JobInstance {
  return jobInstance({
    id: instanceId(22),
    name: '全服压测（强制终止中）',
    type: 1,
    createdAt: at,
    progress: settled(10, at, null),
    steps: () => [
      plainStep({
        ...{ id: stepId(22, 1), name: '压测 stress', at, hosts: [10, 1_450] },
        progress: settled(10, at, null),
        outcome: (index) => (index < 6 ? failed(403, null, at, 3 * minute) : runs(at)),
      }),
    ],
  })
}

// Finished as abnormal, yet two hosts say "running" for ever (bk-job B.12).
function abnormal(at: number): JobInstance {
  return jobInstance({
    id: instanceId(23),
    name: '采集指标（状态异常）',
    type: 1,
    launchMode: 2,
    createdAt: at,
    progress: settled(9, at, at + 3 * minute),
    steps: () => [
      plainStep({
        ...{ id: stepId(23, 1), name: '采集 collect', at, hosts: [5, 1_470] },
        progress: settled(9, at, at + 3 * minute),
        outcome: (index) => (index < 3 ? succeeded(at, 8 * second) : runs(at)),
      }),
    ],
  })
}

// The three ways around a failure: ignored, skipped, and a confirmation somebody refused.
function refused(at: number): JobInstance {
  const end = at + 4 * minute
  return jobInstance({
    id: instanceId(24),
    name: '回滚演练（确认终止）',
    createdAt: at,
    progress: settled(13, at, end),
    steps: () => [
      drillStep(1, '巡检（忽略错误）', at, settled(6, at, at + minute), (index) =>
        index === 1 ? failed(104, 3, at, 4 * second) : succeeded(at, 3 * second),
      ),
      drillStep(2, '摘流（已跳过）', at, settled(5, at + minute, at + 2 * minute), () =>
        failed(13, null, at, minute),
      ),
      confirmStep({
        ...{ id: stepId(24, 3), name: '确认回滚', createdAt: at },
        progress: settled(13, at + 2 * minute, end),
        message: '确认回滚到 2.3.7？',
      }),
      unreachedStep(stepId(24, 4), '回滚 rollback', at, () => fleet(3, 1_480)),
    ],
  })
}

function drillStep(
  position: number,
  name: string,
  at: number,
  progress: (now: number) => Progress,
  outcome: (index: number) => Outcome,
): StepInstance {
  const targets = fleet(3, 1_480)
  return scriptStep({
    ...{ id: stepId(24, position), name, createdAt: at, progress, outcome },
    targets: () => targets,
    scriptLog: (index) => {
      const object = targets[index]
      return (
        object &&
        inspectionText({ object, startedAt: at, seed: index, isFailed: outcome(index).status !== 9 })
      )
    },
  })
}

// A newer platform may send numbers nobody knows yet: the page shows them as they are.
function unknownStatus(at: number): JobInstance {
  return jobInstance({
    id: instanceId(25),
    name: '未知状态 unknown status 42',
    type: 1,
    createdAt: at,
    progress: settled(42, at, at + minute),
    steps: () => [
      plainStep({
        ...{ id: stepId(25, 1), name: '未知状态', at, hosts: [4, 1_490] },
        progress: settled(42, at, at + minute),
        outcome: (index) => succeeded(at, (3 + index) * second),
      }),
    ],
  })
}
