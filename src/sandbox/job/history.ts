import { confirmStep, fileStep, jobInstance, scriptStep, unreachedStep } from './build.ts'
import { fleet, host } from './hosts.ts'
import type { JobInstance, Progress, StepInstance } from './model.ts'
import { between, noise, pick } from './noise.ts'
import { failed, settled, succeeded } from './outcomes.ts'
import { everydayText, sqlText } from './text-scripts.ts'
import { brokenTransfer, finishedTransfer, type Leg, reasons } from './text-transfers.ts'
import { day, hour, minute, second, startOfDay, weekday } from './times.ts'

const firstId = 20_000_001_000
const firstPlanId = 1_030
const days = 28

const operators = ['admin', 'chenli', 'wangfang', 'liuyang', 'ops-bot', 'guest'] as const
const planNames: readonly [string, ...string[]] = [
  '开服流程',
  '停服维护',
  '发布 match-service',
  '扩容游戏区服',
  'Nightly patch',
  '数据库变更',
  'reload nginx',
]
const scriptNames = [
  '查看磁盘',
  'restart gse_agent',
  '清理日志',
  'apt upgrade',
  '采集内核版本',
  'check ports',
] as const
const fileNames = ['分发配置 server.yaml', 'push hotfix', '下发证书', '拉取对局录像'] as const

/** The least common statuses, each twice, so that every filter finds something; 42 is unknown on purpose. */
const rareStatuses = [1, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 42]

/** Four weeks of everyday executions with a weekday rhythm, in every scope that is not empty. */
export function historyInstances(startedAt: number): readonly JobInstance[] {
  const times = [
    ...timesOf(startedAt, 'biz:2', [22, 5]),
    ...timesOf(startedAt, 'biz:1', [3, 1]),
    ...timesOf(startedAt, 'biz_set:9000001', [2, 0]),
    ...timesOf(startedAt, 'tenant_set:1', [1, 0]),
  ]
  return times
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(({ scope, createdAt }, order) => everyday(scope, createdAt, order))
}

// The last two hours belong to the signature instances, which should be on top of the list.
function timesOf(startedAt: number, scope: string, [workday, weekend]: readonly [number, number]) {
  const first = startOfDay(startedAt) - (days - 1) * day
  return Array.from({ length: days }, (_, index) => first + index * day)
    .flatMap((midnight, index) => {
      const isWeekend = weekday(midnight) === 0 || weekday(midnight) === 6
      const usual = isWeekend ? weekend : workday
      const count = usual === 0 ? 0 : usual + (noise(index, workday) % 3)
      return Array.from({ length: count }, (_, order) => midnight + timeOfDay(index * 100 + order))
    })
    .filter((createdAt) => createdAt < startedAt - 2 * hour)
    .map((createdAt) => ({ scope, createdAt }))
}

// Most work happens from ten to seven, a quarter is cron at night.
function timeOfDay(seed: number): number {
  const from = seed % 4 === 3 ? 2 * hour : 10 * hour
  return from + (noise(seed, 11) % ((seed % 4 === 3 ? 3 : 9) * hour))
}

// Only the head is made here; steps and hosts wait until somebody opens the instance.
function everyday(scope: string, createdAt: number, order: number): JobInstance {
  const id = String(firstId + order)
  const type = pick([0, 0, 1, 1, 1, 2], order, 1)
  const launchMode = isNight(createdAt) ? 3 : pick([1, 1, 2], order, 2)
  const status = statusOf(order)
  const endedAt = isOpen(status) ? null : createdAt + between(4, 900, order, 3) * second
  const progress = settled(status, status === 1 ? null : createdAt, endedAt)
  const names = { 0: planNames, 1: scriptNames, 2: fileNames }[type] ?? scriptNames
  const stem = pick(names, order, 4)
  const name = `${stem} #${order}`
  const operator = launchMode === 3 ? 'ops-bot' : pick(operators, order, 5)
  const steps = () => stepsOf(order, type, createdAt, progress(createdAt))
  const planId = type === 0 ? firstPlanId + planNames.indexOf(stem) : -1
  return jobInstance({ id, scope, name, operator, launchMode, type, planId, createdAt, progress, steps })
}

function isNight(createdAt: number): boolean {
  return createdAt - startOfDay(createdAt) < 6 * hour
}

// One in eleven fails, as on an ordinary platform; every 17th is one of the rare ones until each had two turns.
function statusOf(order: number): number {
  if (order % 17 === 16) {
    const rare = rareStatuses[Math.floor(order / 17) % rareStatuses.length]
    if (order < 17 * 2 * rareStatuses.length) return rare ?? 3
  }
  return order % 11 === 7 ? 4 : 3
}

// Statuses in which an execution of last week still has no end.
function isOpen(status: number): boolean {
  return [1, 7, 10, 15].includes(status)
}

// The state of a job is the state of its third step: what came before is done, what comes after was not reached.
function stepsOf(order: number, type: number, at: number, state: Progress): readonly StepInstance[] {
  const id = (position: number) => String(20_000_100_000 + order * 10 + position)
  if (type === 1) return [everydayScript(id(1), order, at, state)]
  if (type === 2) return [everydayFiles(id(1), order, at, state)]
  const done = { status: 3, startedAt: at, endedAt: at + 2 * second }
  const next = at + 2 * second
  const last = { ...state, startedAt: state.startedAt === null ? null : next }
  const isEarly = state.status !== 3
  return [
    everydayScript(id(1), order + 1, at, done),
    order % 5 === 2 ? everydayConfirm(id(2), at, done) : everydayFiles(id(2), order, at, done),
    everydayScript(id(3), order, next, last, order % 7 === 1 ? 'sql' : 'script'),
    isEarly
      ? unreachedStep(id(4), '验证 verify', at, () => fleet(2, order))
      : everydayScript(id(4), order + 2, next, { status: 3, startedAt: next, endedAt: state.endedAt }),
  ]
}

function everydayConfirm(id: string, at: number, state: Progress): StepInstance {
  const message = '请值班同学确认变更窗口'
  return confirmStep({ id, name: '人工确认', createdAt: at, progress: () => state, message })
}

/** Which hosts of a failed step failed; at least the first one. */
function isUnlucky(state: Progress, index: number): boolean {
  return state.status !== 3 && state.status !== 2 && index % 5 === 0
}

// Targets are a stretch of the fleet, so that the same host turns up in several executions.
function everydayScript(
  id: string,
  order: number,
  at: number,
  state: Progress,
  kind: 'script' | 'sql' = 'script',
): StepInstance {
  const text = kind === 'sql' ? sqlText : everydayText(order)
  const targets = fleet(between(1, 24, order, 6), noise(order, 7) % 40_000)
  return scriptStep({
    id,
    kind,
    name: pick(scriptNames, order, 4),
    createdAt: at,
    targets: () => targets,
    progress: () => state,
    outcome: (index) =>
      isUnlucky(state, index)
        ? failed(104, 1, at, 2 * second)
        : succeeded(at, between(900, 9_000, order, index)),
    scriptLog: (index) => {
      const object = targets[index]
      if (object === undefined || state.startedAt === null) return undefined
      return text({ object, startedAt: at, seed: order * 31 + index, isFailed: isUnlucky(state, index) })
    },
  })
}

// One file, one source: the common distribution, beside the extreme ones of the story.
function everydayFiles(id: string, order: number, at: number, state: Progress): StepInstance {
  const targets = fleet(between(1, 12, order, 8), noise(order, 9) % 40_000)
  const source = host(88_100 + (order % 20), `10.99.1.${1 + (order % 20)}`)
  const path = pick(['/data/pkg/server.yaml', '/data/pkg/app.tar.gz', '/etc/ssl/demo.pem'], order, 10)
  const legOf = (index: number): Leg => ({
    ...{ source, sourcePath: path, destination: targets[index] ?? null },
    destinationPath: `/data/game${path.slice(path.lastIndexOf('/'))}`,
    ...{
      bytes: between(300, 90_000_000, order),
      kilobytesPerSecond: between(300, 40_000, order, index),
      startedAt: at,
    },
  })
  return fileStep({
    id,
    name: pick(fileNames, order, 4),
    createdAt: at,
    targets: () => targets,
    sources: () => [source],
    files: [{ paths: [path], fileType: 1 }],
    destinationPath: '/data/game/',
    progress: () => state,
    outcome: (index) =>
      isUnlucky(state, index)
        ? failed(202, null, at, minute)
        : succeeded(at, between(900, 60_000, order, index)),
    downloads: (index) =>
      state.startedAt === null
        ? []
        : [
            isUnlucky(state, index)
              ? brokenTransfer(legOf(index), reasons.timeout, 41)
              : finishedTransfer(legOf(index)),
          ],
    uploads: () => [finishedTransfer({ ...legOf(0), destination: null, destinationPath: null })],
  })
}
