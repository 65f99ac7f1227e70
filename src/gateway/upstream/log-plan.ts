import type { ExecuteObject, StepLogQuery } from '#contract'
import { createHolds } from '../holds.ts'
import { ProblemError } from '../problem-error.ts'
import type { JobDialect } from './job-dialect.ts'
import { completeTargets, type LogTarget, type Selector, selectorFor, targetOf } from './log-targets.ts'
import type { Turns } from './turns.ts'
import type { CallContext } from './upstream.ts'

/** Half of a reader's patience: the logs need the rest. */
const LOOK_UP_MS = 12_000

/** What the stream needs of one generation; `lookUp` tells the step's results, to complete the names of hosts. */
export interface StepLogSource {
  readonly dialect: Pick<JobDialect, 'hostsPerCall' | 'selectors' | 'lastSelector' | 'stepLogs'>
  readonly lookUp: (context: CallContext) => Promise<readonly { readonly executeObject: ExecuteObject }[]>
  /** Shared by all readers of the process. */
  readonly turns: Turns
  /** So long without a good answer ends the stream, if not the default. */
  readonly silenceMs?: number
  /** So long ends it in any case, if not the default. */
  readonly longestMs?: number
}

/** One target, how to name it, and whether nobody asked for it but a download named it as its source. */
export interface AskedTarget {
  readonly target: LogTarget
  readonly selector: Selector
  readonly asSource: boolean
}

/** How the keys of one query will be asked for. */
export interface LogPlan {
  /** Distinct keys asked for. */
  readonly hosts: number
  /** Targets by the list that names them; the first asked key's group comes first. */
  readonly groups: readonly (readonly AskedTarget[])[]
  /** All targets that could be read from keys, with every name known. */
  readonly known: readonly LogTarget[]
  /** Keys no upstream list can name: as good as not part of the step. */
  readonly unnameable: readonly string[]
  readonly failures: readonly { readonly keys: readonly string[]; readonly error: ProblemError }[]
}

/**
 * Reads the keys, once each, and finds a way to ask for every one. Only where some key cannot be named in this
 * generation (ESB takes addresses only, and nobody takes IPv6 addresses) the step's results are looked up.
 */
export async function planTargets(
  source: StepLogSource,
  query: StepLogQuery,
  context: CallContext,
): Promise<LogPlan> {
  const { dialect } = source
  const keys = [...new Set(query.keys)]
  const targets = keys.map((key) => targetOf(key, query.addresses)).filter((target) => target !== null)
  const refused = targets.filter((target) => isRefused(target, dialect))
  const askable = targets.filter((target) => !isRefused(target, dialect))
  const { known, failures } = await withNames(source, askable, context)
  const lost = new Set([...refused.map(keyOf), ...failures.flatMap((failure) => failure.keys)])
  const asked = known
    .filter((target) => !lost.has(target.key))
    .flatMap((target) => withSelector(target, dialect))
  const named = new Set([...lost, ...asked.map(({ target }) => target.key)])
  return {
    hosts: keys.length,
    groups: groupBySelector(asked),
    known,
    unnameable: keys.filter((key) => !named.has(key)),
    failures:
      refused.length === 0 ? failures : [...failures, { keys: refused.map(keyOf), error: noContainers() }],
  }
}

const keyOf = (target: LogTarget) => target.key

/** Containers exist in released v4 only. */
function isRefused(target: LogTarget, dialect: StepLogSource['dialect']): boolean {
  return target.containerId !== null && !dialect.selectors.includes('container_id_list')
}

function noContainers(): ProblemError {
  const message = 'This generation of the job platform API has no logs of containers'
  return new ProblemError({ kind: 'not-offered', message, system: 'job' })
}

async function withNames(
  source: StepLogSource,
  targets: readonly LogTarget[],
  context: CallContext,
): Promise<Pick<LogPlan, 'known' | 'failures'>> {
  const unnamed = targets.filter((target) => selectorFor(target, source.dialect.selectors) === null)
  if (unnamed.length === 0) return { known: targets, failures: [] }
  // Of the whole step only these names are kept, for a stream that may take minutes.
  const holds = createHolds()
  try {
    const { deadlineAt = Number.POSITIVE_INFINITY } = context
    const inTime = {
      ...context,
      deadlineAt: Math.min(deadlineAt, performance.now() + LOOK_UP_MS),
      keep: holds.keep,
    }
    const objects = (await source.lookUp(inTime)).map((row) => row.executeObject)
    return { known: completeTargets(targets, objects), failures: [] }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const told = error.facts.kind === 'not-offered' ? otherNames(error, source.dialect) : error
    return { known: targets, failures: [{ keys: unnamed.map(keyOf), error: told }] }
  } finally {
    holds.release()
  }
}

/** The log call itself is there: what helps is another name of the host, not another call. */
function otherNames({ facts }: ProblemError, { selectors }: StepLogSource['dialect']): ProblemError {
  const message = selectors.includes('host_id_list')
    ? 'This deployment reads logs by host id or IPv4 address only and cannot look up an IPv6 address: name the hosts by their ids, or as cloud:ip, for example 0:10.0.0.1'
    : 'This deployment reads logs by IPv4 address only and cannot look up the address of a host id or of an IPv6 address: name the hosts as cloud:ip, for example 0:10.0.0.1'
  return new ProblemError({ ...facts, kind: 'not-offered', message, code: null, system: 'joblens' })
}

function withSelector(target: LogTarget, dialect: StepLogSource['dialect']): AskedTarget[] {
  const selector = selectorFor(target, allSelectors(dialect))
  return selector === null ? [] : [{ target, selector, asSource: false }]
}

/** Every list that may name a target, best first. */
export function allSelectors(dialect: StepLogSource['dialect']): readonly Selector[] {
  return dialect.lastSelector === null ? dialect.selectors : [...dialect.selectors, dialect.lastSelector]
}

/** In the order of each group's first target. */
export function groupBySelector(asked: readonly AskedTarget[]): readonly (readonly AskedTarget[])[] {
  const groups = new Map<Selector, AskedTarget[]>()
  for (const each of asked) {
    const group = groups.get(each.selector)
    if (group === undefined) groups.set(each.selector, [each])
    else group.push(each)
  }
  return [...groups.values()]
}
