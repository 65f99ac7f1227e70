import { fileStep, jobInstance, scriptStep } from './build.ts'
import { fleet, host } from './hosts.ts'
import type { Host, JobInstance, LogText, Outcome } from './model.ts'
import { between, noise } from './noise.ts'
import { failed, runs, runsUntil, succeeded, waits } from './outcomes.ts'
import { failingFiles } from './story-failing.ts'
import { instanceId, stepId } from './story-ids.ts'
import { marker, nameOf } from './text-scripts.ts'
import { type Leg, moving } from './text-transfers.ts'
import { hour, minute, second, stamp } from './times.ts'

/** Executions that begin with the sandbox and progress with its clock. */
export function liveInstances(startedAt: number): readonly JobInstance[] {
  return [
    tenMinutes(startedAt),
    sixHours(startedAt - second),
    movingFiles(startedAt - 2 * second),
    oneByOne(startedAt - 3 * second),
    failingFiles(startedAt - 4 * second),
  ]
}

// What differs between the running scripts; `line` must depend on nothing but its arguments.
interface Live {
  readonly number: number
  readonly name: string
  readonly at: number
  readonly lastsMs: number
  readonly status: number
  readonly hosts: readonly Host[]
  readonly failsAt: (index: number) => boolean
  readonly endsAt: (index: number) => number
  readonly line: (host: Host, index: number, second: number) => string
}

// State and log are both computed from the clock, so they can never contradict each other.
function liveScript(live: Live): JobInstance {
  const progress = runsUntil(live.at, live.at + live.lastsMs, live.status)
  const step = scriptStep({
    ...{ id: stepId(live.number, 1), name: live.name, createdAt: live.at, progress },
    targets: () => live.hosts,
    outcome: (index, now) => liveOutcome(live, index, now),
    scriptLog: (index, now) => liveLog(live, index, now),
  })
  return jobInstance({
    ...{ id: instanceId(live.number), name: live.name, createdAt: live.at, type: 1 },
    ...{ progress, steps: () => [step] },
  })
}

// Hosts start a second apart, so that some are waiting and have no document at first.
function beginsAt(live: Live, index: number): number {
  return live.at + index * second
}

// The marker at the end of the log and the status change in the same second.
function liveOutcome(live: Live, index: number, now: number): Outcome {
  const startedAt = beginsAt(live, index)
  if (now < startedAt) return waits()
  const durationMs = live.endsAt(index) - startedAt
  if (now < startedAt + durationMs) return runs(startedAt)
  return live.failsAt(index)
    ? failed(104, 1, startedAt, durationMs, 'not-ready')
    : succeeded(startedAt, durationMs, 'ready')
}

/** A line a second; what was written never changes, so a reader may keep it. */
function liveLog(live: Live, index: number, now: number): LogText {
  const object = live.hosts[index]
  const startedAt = beginsAt(live, index)
  if (object === undefined || now < startedAt) return undefined
  const endedAt = live.endsAt(index)
  const run = { object, startedAt, seed: index, isFailed: live.failsAt(index) }
  const seconds = Math.floor((Math.min(now, endedAt) - startedAt) / second)
  const body = Array.from({ length: seconds }, (_, at) => live.line(object, index, at)).join('')
  const end = live.failsAt(index) ? 'job_fail:[not-ready]' : 'job_success:[ready]'
  const tail = now < endedAt ? '' : `${marker(run, endedAt - startedAt, end)}\n`
  return `${marker(run, 0, 'job_start')}\n${body}${tail}`
}

// Ends while one watches: two hosts fail, the others follow one by one.
function tenMinutes(at: number): JobInstance {
  const lastsMs = 10 * minute
  return liveScript({
    number: 16,
    name: '灰度重启（进行中，10 分钟）',
    ...{ at, lastsMs, status: 4, hosts: fleet(20, 1_500) },
    failsAt: (index) => index === 6 || index === 13,
    endsAt: (index) => at + lastsMs - (19 - index) * 20 * second,
    line: (object, index, passed) => {
      const time = stamp(at + (index + passed) * second)
      const level = passed % 37 === 36 ? 'WARN ' : 'INFO '
      return `${time} ${level} [restart] ${nameOf(object)} pid ${between(900, 60_000, index)} drained ${passed * 3} sessions, ${noise(passed, index) % 800} left\n`
    },
  })
}

// So many hosts that a list of them scrolls, and it changes all the time. Eight of them say nothing after half a minute.
function oneByOne(at: number): JobInstance {
  const count = 400
  const endsAt = (index: number) => at + 60 * second + index * 6 * second
  return liveScript({
    number: 29,
    name: '逐台重启（进行中，41 分钟）',
    ...{ at, lastsMs: endsAt(count) - at, status: 4, hosts: fleet(count, 1_600), endsAt },
    failsAt: (index) => index % 9 === 4,
    line: (object, index, passed) =>
      index % 50 === 49 && passed >= 30
        ? ''
        : `${stamp(at + (index + passed) * second)} INFO  [restart] ${nameOf(object)} waits for its turn\n`,
  })
}

// Long enough for a day of demonstrations; colours and progress bars in a log that grows.
function sixHours(at: number): JobInstance {
  const lastsMs = 6 * hour
  return liveScript({
    number: 17,
    name: '数据迁移（进行中，6 小时）',
    ...{ at, lastsMs, status: 3, hosts: fleet(3, 1_530) },
    failsAt: () => false,
    endsAt: (index) => at + lastsMs - (2 - index) * second,
    line: (_object, index, passed) => {
      const percent = ((passed / (lastsMs / second)) * 100).toFixed(2)
      const bars = `\rmigrating ${percent}% |\rmigrating ${percent}% /\rmigrating ${percent}% -\n`
      if (passed % 10 === 9) return bars
      return `\u001b[2m${stamp(at + (index + passed) * second)}\u001b[0m \u001b[32mINFO\u001b[0m  [migrate] 第 ${passed + 1} 批：迁移玩家 ${noise(passed, index) % 5_000} 条\n`
    },
  })
}

const livePaths = ['app.tar.gz', 'maps.pak', 'sounds.pak', 'video.pak']

// Files follow each other by a minute, hosts by ten seconds: every state is on screen for a while.
function movingFiles(at: number): JobInstance {
  const lastsMs = 15 * minute
  const targets = fleet(30, 1_540)
  const source = host(88_031, '10.99.0.31')
  const progress = runsUntil(at, at + lastsMs, 3)
  const beganAt = (index: number, file: number) => at + (index * 10 + file * 60) * second
  const endedAt = (index: number, file: number) =>
    beganAt(index, file) + between(60, 400, index, file) * second
  const legOf = (index: number, file: number): Leg => ({
    ...{ source, sourcePath: `/data/pkg/live/${livePaths[file]}` },
    ...{ destination: targets[index] ?? null, destinationPath: `/data/game/live/${livePaths[file]}` },
    ...{ bytes: (file + 1) * 410_000_000, kilobytesPerSecond: between(900, 9_000, index, file) },
    startedAt: beganAt(index, file),
  })
  const step = fileStep({
    ...{ id: stepId(18, 1), name: '分发资源（进行中，15 分钟）', createdAt: at, progress },
    targets: () => targets,
    sources: () => [source],
    files: [{ paths: livePaths.map((name) => `/data/pkg/live/${name}`), fileType: 1 }],
    destinationPath: '/data/game/live/',
    outcome: (index, now) => {
      const startedAt = beganAt(index, 0)
      const lastAt = Math.max(...livePaths.map((_, file) => endedAt(index, file)))
      if (now < startedAt) return waits()
      return now < lastAt ? runs(startedAt) : succeeded(startedAt, lastAt - startedAt)
    },
    downloads: (index, now) =>
      livePaths.map((_, file) => moving(legOf(index, file), beganAt(index, file), endedAt(index, file), now)),
    uploads: (_source, now) =>
      livePaths.map((_, file) => {
        const leg = { ...legOf(0, file), destination: null, destinationPath: null }
        return moving(leg, beganAt(0, file), beganAt(0, file) + minute, now)
      }),
  })
  return jobInstance({
    ...{ id: instanceId(18), name: step.name, createdAt: at, type: 2 },
    ...{ progress, steps: () => [step] },
  })
}
