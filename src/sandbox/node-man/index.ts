/**
 * An imitation of node-man's open APIs. One handler per call; the paths of both gateway generations and of ESB lead to
 * the same ones, as they do in the real system (bk-nodeman A1).
 */
import type { Backend, Call } from '../call.ts'
import { type Answer, asciiJson, denied, systemError, unknownJob } from './answer.ts'
import { type NodeManJob, subscriptionIdOf } from './job.ts'
import { answerJobDetails } from './job-details.ts'
import { answerJobList } from './job-list.ts'
import { answerJobLog } from './job-log.ts'
import { parametersOf, textOf } from './parameters.ts'
import { type NodeManCall, type Route, routeOf } from './routes.ts'
import { tellStory } from './story.ts'
import { answerTaskResult, subscriptionOf } from './task-result.ts'

type NodeManOptions = { readonly now: () => number; readonly startedAt: number }

/** Creates the backend; the story is told on the first call. */
export function createNodeManSandbox({ now, startedAt }: NodeManOptions): Backend {
  let jobs: ReadonlyMap<number, NodeManJob> | null = null
  return {
    handle(call) {
      const route = routeOf(call)
      if (route === null) return null
      jobs ??= new Map(tellStory(startedAt).map((job) => [job.id, job]))
      const answer = answerCall({ call, route, jobs, now: now() })
      return asciiJson(isBare(call, route) ? answer : { ...answer, request_id: call.requestId })
    },
  }
}

/** ESB adds its id to every body, except that the document's own example has none. */
function isBare(call: Call, route: Route): boolean {
  return call.generation !== 'esb' || (route.name === 'log' && jobIdOf({ call, route }) === '1')
}

type Arrival = {
  readonly call: Call
  readonly route: Route
  readonly jobs: ReadonlyMap<number, NodeManJob>
  readonly now: number
}

function answerCall(arrival: Arrival): Answer {
  const { call, route, jobs, now } = arrival
  const parameters = parametersOf(call)
  const context = { now, language: call.language }
  const answers: Readonly<Record<NodeManCall, () => Answer>> = {
    list: () =>
      answerJobList(
        [...jobs.values()].filter((job) => maySee(call.user, job)),
        parameters,
        context,
      ),
    log: () => withJob(arrival, (job) => answerJobLog(job, parameters, now)),
    details: () => withJob(arrival, (job) => answerJobDetails(job, parameters, context)),
    attempt: () => {
      const subscriptionId = subscriptionOf(parameters)
      const job = [...jobs.values()].find((each) => subscriptionIdOf(each) === subscriptionId)
      return job !== undefined && !mayRead(call.user, job)
        ? denied(job.bizIds)
        : answerTaskResult(job, parameters, now)
    },
  }
  return answers[route.name]()
}

function withJob(arrival: Arrival, answer: (job: NodeManJob) => Answer): Answer {
  const jobId = jobIdOf(arrival)
  if (!/^\d+$/.test(jobId)) return systemError()
  const job = arrival.jobs.get(Number(jobId))
  if (job === undefined) return unknownJob(jobId)
  return mayRead(arrival.call.user, job)
    ? answer(job)
    : denied(job.bizIds.filter((id) => !mayUse(arrival.call.user, id)))
}

function jobIdOf({ call, route }: Pick<Arrival, 'call' | 'route'>): string {
  return route.jobId ?? textOf(parametersOf(call)['job_id']) ?? ''
}

/** Nobody may use business 3, `zhangsan` not business 1 either, `nobody` none at all. */
function mayUse(user: string, bizId: number): boolean {
  return bizId !== 3 && user !== 'nobody' && !(user === 'zhangsan' && bizId === 1)
}

/** A job's log needs the right on every business of the job; seeing it in the list needs one of them (A2, B2). */
function mayRead(user: string, job: NodeManJob): boolean {
  return job.bizIds.every((id) => mayUse(user, id))
}

function maySee(user: string, job: NodeManJob): boolean {
  return job.bizIds.some((id) => mayUse(user, id))
}
