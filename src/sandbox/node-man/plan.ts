/** Makes planned steps out of step names: opening line, messages spread over the step's time, closing line (D1). */
import { type Saying, say, sayingsOf, type Writing } from './messages.ts'
import type { Message, PlannedStep, Run } from './run.ts'
import { STEPS, type StepKey } from './step-names.ts'

/** Changes to the usual plan of a step. */
export type StepChange = {
  readonly seconds?: number
  /** The messages come within the first so many seconds; usually they are spread over all of them. */
  readonly spokenSeconds?: number
  /** Replaces the usual messages. */
  readonly sayings?: readonly Saying[]
  /** The step fails: how its closing line reads. Absent = it succeeds. */
  readonly failure?: Failure
}

/** `plain`: generic sentence; `zombie`: the sweep's line; `stopped`: a warning; a text: the exception's own words. */
type Failure = 'plain' | 'zombie' | 'stopped' | { readonly exception: string }

function planStep(key: StepKey, writing: Writing, change: StepChange = {}): PlannedStep {
  const [zh, en, code, usualSeconds] = STEPS[key]
  const name = say(writing, zh, en)
  const lastsMs = (change.seconds ?? usualSeconds) * 1000
  const spokenMs = change.spokenSeconds === undefined ? lastsMs : change.spokenSeconds * 1000
  const write = (): readonly Message[] => {
    const sayings = change.sayings ?? sayingsOf(key, writing)
    return [
      { afterMs: 0, level: 'INFO', text: say(writing, `开始 ${name}.`, `Start ${name}.`) },
      ...spread(sayings, spokenMs),
      { afterMs: lastsMs, ...closing(name, writing, change.failure) },
    ]
  }
  return { name, code, lastsMs, result: change.failure === undefined ? 'SUCCESS' : 'FAILED', write }
}

/** A flow with changes to some of its steps, by index. */
export function planFlow(
  flow: readonly StepKey[],
  writing: Writing,
  changes: Readonly<Record<number, StepChange>> = {},
): readonly PlannedStep[] {
  return flow.map((key, index) => planStep(key, writing, changes[index]))
}

/** An attempt that is recorded and laid out the moment it starts. */
export function runFrom(startAt: number, steps: readonly PlannedStep[], changes: Partial<Run> = {}): Run {
  return { recordedAt: startAt, laidOutAt: startAt, startAt, steps, isCleanedUp: false, ...changes }
}

/** A folded block: traceback or remote output between its two fences of 40 columns (D1). */
export function foldBlock(text: string): Saying {
  const begin = '******* Begin of collected logs: *******'
  const end = '******** End of collected logs *********'
  return { level: 'DEBUG', text: `${begin}\n${text}\n${end}` }
}

export function error(text: string): Saying {
  return { level: 'ERROR', text }
}

function spread(sayings: readonly Saying[], spokenMs: number): readonly Message[] {
  return sayings.map((saying, index) => {
    const afterMs = Math.floor((spokenMs * (index + 1)) / (sayings.length + 1))
    return typeof saying === 'string' ? { afterMs, level: 'INFO', text: saying } : { afterMs, ...saying }
  })
}

function closing(
  name: string,
  writing: Writing,
  failure: Failure | undefined,
): Pick<Message, 'level' | 'text'> {
  if (failure === undefined) return { level: 'INFO', text: say(writing, `${name} 成功`, `${name} succeeded`) }
  if (failure === 'zombie') return { level: 'ERROR', text: '\n任务长时间处在执行状态，已强制失败' }
  if (failure === 'stopped') {
    return {
      level: 'WARNING',
      text: `${name} 已终止，可整体重试/重试。（details: [${writing.host.hostId ?? 1}]）`,
    }
  }
  if (failure === 'plain') {
    const advice = '请先尝试查看日志并处理，若无法解决，请联系管理员处理。'
    return { level: 'ERROR', text: `${name} 失败，${advice}` }
  }
  const advice = '请先尝试查看错误日志进行处理，若无法解决，请联系管理员处理。'
  return { level: 'ERROR', text: `${name} 失败: ${failure.exception}，${advice}` }
}
