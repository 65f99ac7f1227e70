import { jobInstance, scriptStep } from './build.ts'
import { fleet, host } from './hosts.ts'
import type { Host, JobInstance, LogText, Outcome, Progress } from './model.ts'
import { runs, runsUntil, settled, succeeded } from './outcomes.ts'
import { instanceId, stepId } from './story-ids.ts'
import { readerExhibits } from './text-reader.ts'
import { marker } from './text-scripts.ts'
import { hour, minute, second } from './times.ts'

/*
 * The reader's gallery (instance 20000000027, step 20000002701): host id 50101 prints colours, 50102 progress bars,
 * 50103 wide characters, 50104 a line of 4 MiB, 50105 every severity format, 50106 sections, 50107 secrets, 50108
 * hostile lines, 50109 200,000 lines, 50110 links. Their addresses are 0:10.101.0.1 to 0:10.101.0.10; the tag is
 * the exhibit's title. Instance 20000000028 prints a line every millisecond on host 2581 (0:10.10.6.81).
 */

/** Executions that show, and test, what the log reader can do. */
export function readerInstances(startedAt: number): readonly JobInstance[] {
  return [readerGallery(startedAt - 3 * hour), fastLines(startedAt)]
}

interface ReaderStep {
  readonly number: number
  readonly name: string
  readonly at: number
  readonly hosts: readonly Host[]
  readonly progress: (now: number) => Progress
  readonly outcome: (index: number, now: number) => Outcome
  readonly log: (index: number, now: number) => LogText
}

function single({ number, name, at, hosts, progress, outcome, log }: ReaderStep): JobInstance {
  const common = { name, createdAt: at, progress }
  const step = scriptStep({
    ...common,
    id: stepId(number, 1),
    targets: () => hosts,
    outcome,
    scriptLog: log,
  })
  return jobInstance({ ...common, id: instanceId(number), type: 1, steps: () => [step] })
}

function readerGallery(at: number): JobInstance {
  return single({
    number: 27,
    name: '日志阅读器陈列室 reader gallery',
    at,
    hosts: readerExhibits.map((_, index) => host(50_101 + index, `10.101.0.${index + 1}`)),
    progress: settled(3, at, at + 45 * second),
    outcome: (index) => succeeded(at, (1 + index) * second, readerExhibits[index]?.title),
    log: (index) => readerExhibits[index]?.write(),
  })
}

const lineUnits = 8
const linesPerSecond = 1_000

/** The lines of one second are made once: a poll asks for all of them, for ten minutes. */
const seconds: string[] = []

function linesOf(passed: number): string {
  seconds[passed] ??= Array.from({ length: linesPerSecond }, (_, ms) =>
    fastLine(passed * linesPerSecond + ms),
  ).join('')
  return seconds[passed]
}

// Eight bytes: 600,000 of them are just below the 5 MiB the platform keeps (bk-job B.5). Levels are klog's letters.
function fastLine(number: number): string {
  const level = number % 5_000 === 4_999 ? 'E' : number % 500 === 499 ? 'W' : 'I'
  return `${level}${String(number).padStart(lineUnits - 2, '0')}\n`
}

// A thousand lines a second for ten minutes: what a reader that follows must bear.
function fastLines(at: number): JobInstance {
  const lastsMs = 10 * minute
  const hosts = fleet(1, 1_580)
  return single({
    ...{ number: 28, name: '高速输出（进行中，每秒 1,000 行）', at, hosts },
    progress: runsUntil(at, at + lastsMs, 3),
    outcome: (_index, now) => (now < at + lastsMs ? runs(at) : succeeded(at, lastsMs, 'done')),
    log: (index, now) => {
      const object = hosts[index]
      if (object === undefined || now < at) return undefined
      const run = { object, startedAt: at, seed: 28, isFailed: false }
      const printed = Math.floor(Math.min(now - at, lastsMs))
      const whole = Math.floor(printed / linesPerSecond)
      const body = Array.from({ length: whole }, (_, passed) => linesOf(passed))
      const rest = printed % linesPerSecond
      if (rest > 0) body.push(linesOf(whole).slice(0, rest * lineUnits))
      const end = printed < lastsMs ? '' : `${marker(run, lastsMs, 'job_success:[done]')}\n`
      return `${marker(run, 0, 'job_start')}\n${body.join('')}${end}`
    },
  })
}
