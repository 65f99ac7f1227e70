import {
  type Capabilities,
  isRunFinished,
  type NamedScope,
  type StepInstanceDetail,
  type StepPartQuery,
} from '#contract'
import { ProblemError } from '../problem-error.ts'
import type { JobDialect } from './job-dialect.ts'
import { createEsbDialect } from './job-esb.ts'
import {
  findStep,
  readJobInstance,
  readJobInstanceDetail,
  readJobInstancePage,
  readScopePage,
  readStep,
} from './job-map.ts'
import { countResults, readResultGroups, readResults } from './job-results.ts'
import { createV3Dialect, noResultsCode } from './job-v3.ts'
import { createV4Dialect } from './job-v4.ts'
import { createV4IpLogDialect } from './job-v4-ip-log.ts'
import { createMadeOnce, type MadeOnce } from './made-once.ts'
import { readStepCourse } from './step-course.ts'
import { streamStepLogs } from './step-logs.ts'
import type { Transport } from './transport.ts'
import { createTurns, type Turns } from './turns.ts'
import type { CallContext, JobUpstream, StepAddress } from './upstream.ts'
import { numberOf, wireOf } from './wire.ts'

type JobGeneration = NonNullable<Capabilities['job']>['generation']

const dialects: Readonly<Record<JobGeneration, (transport: Transport) => JobDialect>> = {
  'gateway-v3': createV3Dialect,
  'gateway-v4': createV4Dialect,
  'gateway-v4-ip-log': createV4IpLogDialect,
  esb: createEsbDialect,
}

/** Static facts of a generation, for the capabilities endpoint. */
export function jobFacts(generation: JobGeneration): Omit<NonNullable<Capabilities['job']>, 'sandbox'> {
  const v4 = generation === 'gateway-v4' || generation === 'gateway-v4-ip-log'
  return {
    generation,
    jobInstanceList: { total: !v4, maxSpanDays: v4 ? null : 30, maxStart: v4 ? 10_000 : null },
    scopes: v4,
    containers: generation === 'gateway-v4',
    hostsPerCall: generation === 'gateway-v4' ? 50 : 500,
  }
}

/** The job platform in contract words, spoken to in one generation's dialect. */
export function createJobUpstream(options: {
  readonly generation: JobGeneration
  readonly transport: Transport
  /** For log calls; shared by everything in the process that makes some. */
  readonly turns?: Turns
}): JobUpstream {
  const { turns = createTurns() } = options
  const dialect = dialects[options.generation](options.transport)
  const stepInstance = stepReader(dialect)
  return {
    async jobInstances(scope, query, context) {
      return readJobInstancePage(await dialect.jobInstances(scope, query, context), scope, query)
    },
    async jobInstance(scope, id, context) {
      const detail = readJobInstanceDetail(await dialect.jobInstanceStatus(scope, id, context), scope)
      if (detail === null) throw unreadable('job instance', context)
      return detail
    },
    stepInstance,
    stepCourse: (step, context) => readStepCourse(dialect, step, context),
    scopes: (context) => allScopes(dialect, context),
    stepLogs: (step, query, context) =>
      streamStepLogs(
        { dialect, lookUp: async (limited) => (await stepInstance(step, limited)).results, turns },
        step,
        query,
        context,
      ),
  }
}

function unreadable(what: string, context: CallContext): ProblemError {
  const { requestId } = context
  return new ProblemError({
    kind: 'bad-answer',
    message: `The upstream answer has no ${what}`,
    system: 'job',
    requestId,
  })
}

const REFUSAL_BELIEVED_MS = 60_000

/**
 * Prefers the call made for one step, which alone knows attempts and batches; where a server lacks it or refuses it to
 * the app (or the step is a manual one, code 1241003, or cannot tell its results), the whole job instance is asked and
 * the step picked out (bk-job A.7, A.8). A refusal is believed for a while: servers learn calls, and apps are granted
 * them one by one, while this process runs.
 */
function stepReader(dialect: JobDialect): JobUpstream['stepInstance'] {
  const { stepCalls, prefersStepCalls } = dialect
  const madeOnce: MadeOnce<StepInstanceDetail> = createMadeOnce()
  const fromJob = async (step: StepAddress, context: CallContext, part: StepPartQuery) =>
    trimmed(await stepFromJobStatus(dialect, step, context, madeOnce), part)
  let askedAgainAt = 0
  return async (step, context, part = {}) => {
    const asksPart = part.executeCount !== undefined || (part.batch ?? 0) > 0
    if (stepCalls === null || performance.now() < askedAgainAt || !(prefersStepCalls || asksPart))
      return fromJob(step, context, part)
    try {
      const data = await stepCalls.status(step, part, context)
      return madeOnce(data, JSON.stringify(part), () => stepFromStepStatus(data, part, context))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const { kind, code } = error.facts
      if (kind === 'not-offered' || kind === 'app-denied')
        askedAgainAt = performance.now() + REFUSAL_BELIEVED_MS
      else if (prefersStepCalls && code !== '1241003' && code !== noResultsCode) throw error
      return fromJob(step, context, part)
    }
  }
}

function stepFromStepStatus(data: unknown, asked: StepPartQuery, context: CallContext): StepInstanceDetail {
  const { results, counts } = readResultGroups(data)
  const step = readStep(wireOf(data), counts)
  if (step === null) throw unreadable('step instance', context)
  const { executeCount = step.executeCount, batch = 0 } = asked
  const isWhole = executeCount === step.executeCount && batch === 0
  const detail = { jobInstance: null, step, finished: isRunFinished(step.status), results }
  return isWhole ? detail : { ...detail, part: { executeCount, batch } }
}

/** What upstream was not asked for: the first targets of each status and tag, while the counts stay whole. */
function trimmed(detail: StepInstanceDetail, { perGroup }: StepPartQuery): StepInstanceDetail {
  if (perGroup === undefined) return detail
  const seen = new Map<string, number>()
  const results = detail.results.filter(({ status, tag }) => {
    const group = `${status} ${tag ?? ''}`
    const count = (seen.get(group) ?? 0) + 1
    seen.set(group, count)
    return count <= perGroup
  })
  return { ...detail, results }
}

/** Finished with the step or with the whole job: an abnormal job leaves its steps running for ever (B.12). */
async function stepFromJobStatus(
  dialect: JobDialect,
  address: StepAddress,
  context: CallContext,
  madeOnce: MadeOnce<StepInstanceDetail>,
): Promise<StepInstanceDetail> {
  const data = await dialect.jobInstanceStatus(address.scope, address.jobInstanceId, context)
  return madeOnce(data, address.stepInstanceId, () => readStepOfJob(data, address, context))
}

function readStepOfJob(data: unknown, address: StepAddress, context: CallContext): StepInstanceDetail {
  const jobInstance = readJobInstance(wireOf(wireOf(data)['job_instance']), address.scope)
  const found = findStep(data, address.stepInstanceId)
  if (found === null) {
    const message = 'This job instance has no such step'
    throw new ProblemError({ kind: 'not-found', message, system: 'job', requestId: context.requestId })
  }
  const { rows } = found
  // What asking for fails (see withResultsIfPossible) would pass for "no hosts".
  if (rows === null && numberOf(found.step, 'type') !== manualType) throw noContainers(context)
  const results = readResults(rows ?? [])
  const step = readStep(found.step, countResults(results))
  if (step === null) throw unreadable('step instance', context)
  const finished = wireOf(data)['finished'] === true || isRunFinished(step.status)
  return { jobInstance, step, finished, results }
}

function noContainers({ requestId }: CallContext): ProblemError {
  const message =
    'This generation of the job platform API cannot tell of a step that ran in containers; its released v4 can'
  return new ProblemError({ kind: 'not-offered', message, code: noResultsCode, system: 'joblens', requestId })
}

/** Asks a person, and never has results. */
const manualType = 3

const SCOPES_PER_PAGE = 200
/** A stop against a server that ignores `offset`: nobody can pick from more. */
const MOST_SCOPE_PAGES = 50

/** All pages; null where the generation, or this server of it, cannot list scopes (bk-job A.1). */
async function allScopes(dialect: JobDialect, context: CallContext): Promise<readonly NamedScope[] | null> {
  if (dialect.scopes === null) return null
  const scopes: NamedScope[] = []
  try {
    for (let page = 0; page < MOST_SCOPE_PAGES; page += 1) {
      const asked = { offset: page * SCOPES_PER_PAGE, length: SCOPES_PER_PAGE }
      const answer = readScopePage(await dialect.scopes(asked, context))
      scopes.push(...answer.scopes)
      const seen = asked.offset + answer.rows
      const more = answer.total === null ? answer.rows === SCOPES_PER_PAGE : seen < answer.total
      if (answer.rows === 0 || !more) break
    }
    return scopes
  } catch (error) {
    if (error instanceof ProblemError && error.facts.kind === 'not-offered') return null
    throw error
  }
}
