import { jobInstance, scriptStep } from './build.ts'
import { fleet, host } from './hosts.ts'
import type { JobInstance, LogText, Outcome, StepInstance } from './model.ts'
import { between } from './noise.ts'
import { failed, settled, succeeded } from './outcomes.ts'
import { instanceId, stepId } from './story-ids.ts'
import { longText } from './text-blocks.ts'
import { agentTrouble, deployText, everydayText, marker, nameOf } from './text-scripts.ts'
import { hour, minute, second, stamp } from './times.ts'

const kibi = 1024

/** Executions that are remarkable for their size, the id beyond 2^53 among them. */
export function sizeInstances(startedAt: number): readonly JobInstance[] {
  return [
    manyHosts(startedAt - 5 * hour),
    longLog(startedAt - 7 * hour),
    measured(startedAt - 8 * hour),
    largestId(startedAt - 9 * hour),
  ]
}

interface Single {
  readonly number: number
  readonly name: string
  readonly at: number
  readonly status: number
  readonly lastsMs: number
  readonly hosts: () => StepInstance['targets']['all']
  readonly outcome: (index: number) => Outcome
  readonly log: (step: StepInstance, index: number) => LogText
}

// One step per instance: what is remarkable here is the size, not the flow.
function single(one: Single): JobInstance {
  const progress = settled(one.status, one.at, one.at + one.lastsMs)
  const step: StepInstance = scriptStep({
    id: stepId(one.number, 1),
    name: one.name,
    createdAt: one.at,
    targets: one.hosts,
    progress,
    outcome: one.outcome,
    scriptLog: (index) => one.log(step, index),
  })
  const { name, at: createdAt } = one
  return jobInstance({ id: instanceId(one.number), name, createdAt, type: 1, progress, steps: () => [step] })
}

// The upper bound of a script step (bk-job A.7). Every 4,099th agent is lost, and two versions answer, so that
// groups by tag and "the majority differs" have something to show.
function manyHosts(at: number): JobInstance {
  const isLost = (index: number) => index % 4_099 === 4_098
  return single({
    number: 2,
    name: '全网采集 Agent 版本（50,000 台）',
    at,
    status: 4,
    lastsMs: 6 * minute,
    hosts: () => fleet(50_000),
    outcome: (index) =>
      isLost(index)
        ? failed(310, null, at, 30 * second)
        : succeeded(at, between(800, 9_000, index), `agent-2.1.${index % 7 === 3 ? 3 : 4}`),
    log: (step, index) => (isLost(index) ? agentTrouble(at + 30 * second) : agentReport(step, index, at)),
  })
}

// Short on purpose: 50,000 of these are asked for in chunks of 500 and made on every call.
function agentReport(step: StepInstance, index: number, at: number): LogText {
  const object = step.targets.all[index]
  if (object === undefined) return undefined
  const run = { object, startedAt: at, seed: index, isFailed: false }
  const version = `2.1.${index % 7 === 3 ? 3 : 4}`
  return [
    marker(run, 0, 'job_start'),
    `${stamp(at)} INFO  ${nameOf(object)} gse_agent ${version}`,
    `${stamp(at)} INFO  uptime ${between(1, 500, index)} days, rss ${between(28, 96, index, 1)} MB, fds ${between(40, 700, index, 2)}`,
    marker(run, second, `job_success:[agent-${version}]`),
    '',
  ].join('\n')
}

// The agent stops reading at 5 MB and nobody says so: the log simply ends (bk-job B.5).
function longLog(at: number): JobInstance {
  return single({
    number: 3,
    name: '回放对局日志（5 MiB 输出）',
    at,
    status: 3,
    lastsMs: 31 * minute,
    hosts: () => fleet(1, 41),
    outcome: () => succeeded(at, 31 * minute, 'replayed'),
    log: () => longText(5 * kibi * kibi, `[${stamp(at)}][PID:20717] job_start\n`, '', 0),
  })
}

// The benchmark: equal sizes to the byte, so that ratios compare the same work in every run.
function measured(at: number): JobInstance {
  return single({
    number: 21,
    name: '压测日志 500 × 200 KB',
    at,
    status: 3,
    lastsMs: 4 * minute,
    hosts: () => fleet(500, 2_000),
    outcome: (index) => succeeded(at, (30 + (index % 60)) * second, ''),
    log: (step, index) => {
      const object = step.targets.all[index]
      if (object === undefined) return undefined
      const run = { object, startedAt: at, seed: index, isFailed: false }
      return longText(200 * kibi, deployText(run), `${marker(run, minute, 'job_success:[]')}\n`, index)
    },
  })
}

// Real ids stay far below 2^53 (bk-job B.8); this one proves that nobody on the way rounds.
function largestId(at: number): JobInstance {
  const hosts = [host(90_001, '10.200.0.1'), host(90_002, '10.200.0.2'), host(90_003, '10.200.0.3', 7)]
  const step = scriptStep({
    id: '9223372036854775806',
    name: '最大编号 largest id',
    createdAt: at,
    targets: () => hosts,
    progress: settled(3, at, at + 9 * second),
    outcome: (index) => succeeded(at, (4 + index) * second, 'ok'),
    scriptLog: (index) => {
      const object = hosts[index]
      return object && everydayText(index)({ object, startedAt: at, seed: index, isFailed: false })
    },
  })
  return jobInstance({
    id: '9223372036854775807',
    name: '最大编号的作业 largest long',
    launchMode: 2,
    createdAt: at,
    progress: settled(3, at, at + 9 * second),
    steps: () => [step],
  })
}
