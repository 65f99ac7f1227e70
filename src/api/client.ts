import {
  type Capabilities,
  capabilitiesSchema,
  type JobInstanceDetail,
  type JobInstanceId,
  type JobInstancePage,
  type JobInstanceQuery,
  jobInstanceDetailSchema,
  jobInstancePageSchema,
  type NodeManAttempts,
  type NodeManInstanceQuery,
  type NodeManJobDetail,
  type NodeManJobId,
  type NodeManJobPage,
  type NodeManJobQuery,
  type NodeManLogParams,
  nodeManAttemptsSchema,
  nodeManJobDetailSchema,
  nodeManJobPageSchema,
  type Scope,
  type ScopeList,
  type StepCourse,
  type StepInstanceDetail,
  type StepInstanceId,
  type StepPartQuery,
  scopeListSchema,
  stepCourseSchema,
} from '#contract'
import { jsonHeaders, ownHeaders } from './ahead.ts'
import { ApiProblem, browserProblem, problemOfAnswer } from './api-problem.ts'
import { readStepInstance } from './read-step-instance.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { learnDate, learnMoments } from './upstream-clock.ts'

/** Which step of which job instance. */
export interface StepAddress {
  readonly scope: Scope
  readonly jobInstanceId: JobInstanceId
  readonly stepInstanceId: StepInstanceId
}

/** The gateway, typed. Every call rejects with {@link ApiProblem}, or with the abort reason of its signal. */
export interface Api {
  capabilities(signal?: AbortSignal): Promise<Capabilities>
  scopes(signal?: AbortSignal): Promise<ScopeList>
  jobInstances(scope: Scope, query: Partial<JobInstanceQuery>, signal?: AbortSignal): Promise<JobInstancePage>
  jobInstance(scope: Scope, id: JobInstanceId, signal?: AbortSignal): Promise<JobInstanceDetail>
  /** `known` is the answer before: what has not changed is taken from there, results and all. */
  stepInstance(
    step: StepAddress,
    part: StepPartQuery,
    signal?: AbortSignal,
    known?: StepInstanceDetail,
  ): Promise<StepInstanceDetail>
  stepCourse(step: StepAddress, signal?: AbortSignal): Promise<StepCourse>
  nodeManJobs(query: Partial<NodeManJobQuery>, signal?: AbortSignal): Promise<NodeManJobPage>
  nodeManJob(
    id: NodeManJobId,
    query: Partial<NodeManInstanceQuery>,
    signal?: AbortSignal,
  ): Promise<NodeManJobDetail>
  nodeManAttempts(address: NodeManLogParams, signal?: AbortSignal): Promise<NodeManAttempts>
  /** Absolute address of an endpoint path such as `/scopes`, for the log worker's own requests. */
  address(path: string): string
  /** Headers every request of ours carries. */
  headers(): Readonly<Record<string, string>>
  /** What all answers together say of the reader's sign-in. */
  readonly signIn: SignIn
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: Error }
}

/** Reads the body of an answer; `null` when it has another shape. */
type ReadBody<T> = (answer: Response) => Promise<T | null>

/**
 * A client for the gateway under `basePath` (ends with `/`). Answers are parsed with the same contract the
 * gateway was built with: an old tab may meet a newer gateway, and then says so instead of breaking.
 */
export function createApi(options: { readonly basePath: string; readonly fetch?: typeof fetch }): Api {
  const send = options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init))
  const address = (path: string) => new URL(`${options.basePath}api${path}`, window.location.origin).href
  const headers = () => ownHeaders(document.documentElement.lang)
  const signIn = createSignIn()

  async function ask<T>(path: string, read: ReadBody<T>, signal: AbortSignal | undefined): Promise<T> {
    const answer = await reach(() =>
      send(address(path), {
        credentials: 'same-origin',
        headers: jsonHeaders(document.documentElement.lang),
        ...(signal ? { signal } : {}),
      }),
    )
    learnDate(answer.headers.get('date'))
    const requestId = answer.headers.get('x-joblens-request-id')
    if (!answer.ok) {
      const body = await reach(() => answer.text())
      const problem = problemOfAnswer(answer.status, body, requestId)
      signIn.report(path, problem)
      throw new ApiProblem(problem)
    }
    const value = await understand(answer, read, requestId)
    signIn.report(path, 'known')
    return value
  }

  const get = <T>(path: string, schema: Schema<T>, signal: AbortSignal | undefined): Promise<T> =>
    ask(path, (answer) => readBySchema(answer, schema), signal)

  return {
    address,
    headers,
    signIn,
    capabilities: (signal) => get('/capabilities', capabilitiesSchema, signal),
    scopes: (signal) => get('/scopes', scopeListSchema, signal),
    jobInstances: async (scope, query, signal) => {
      const page = await get(`${scopePath(scope)}${search(query)}`, jobInstancePageSchema, signal)
      learnRuns(page.items)
      return page
    },
    jobInstance: async (scope, id, signal) => {
      const detail = await get(`${scopePath(scope)}/${id}`, jobInstanceDetailSchema, signal)
      learnRuns([detail.jobInstance, ...detail.steps])
      return detail
    },
    stepInstance: (step, part, signal, known) =>
      ask(`${stepPath(step)}${search(part)}`, (answer) => readStepInstance(answer, known), signal),
    stepCourse: (step, signal) => get(`${stepPath(step)}/course`, stepCourseSchema, signal),
    nodeManJobs: (query, signal) => get(`/node-man/jobs${search(query)}`, nodeManJobPageSchema, signal),
    nodeManJob: (id, query, signal) =>
      get(`/node-man/jobs/${id}${search(query)}`, nodeManJobDetailSchema, signal),
    nodeManAttempts: (address, signal) =>
      get(`${nodeManInstancePath(address)}/attempts`, nodeManAttemptsSchema, signal),
  }
}

interface Run {
  readonly startedAt: number | null
  readonly endedAt: number | null
}

function learnRuns(runs: readonly Run[]): void {
  learnMoments(runs.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]))
}

/** Endpoint path of one host of a node-man job. */
export function nodeManInstancePath({ nodeManJobId, instanceId }: NodeManLogParams): string {
  return `/node-man/jobs/${nodeManJobId}/instances/${encodeURIComponent(instanceId)}`
}

function scopePath(scope: Scope): string {
  return `/job-instances/${scope.type}/${scope.id}`
}

/** Endpoint path of one step. */
export function stepPath(step: StepAddress): string {
  return `${scopePath(step.scope)}/${step.jobInstanceId}/steps/${step.stepInstanceId}`
}

function search(query: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

async function reach<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const message = error instanceof Error ? error.message : String(error)
    throw new ApiProblem(browserProblem('offline', message), { cause: error })
  }
}

async function readBySchema<T>(answer: Response, schema: Schema<T>): Promise<T | null> {
  const parsed = schema.safeParse(JSON.parse(await answer.text()))
  return parsed.success ? parsed.data : null
}

async function understand<T>(answer: Response, read: ReadBody<T>, requestId: string | null): Promise<T> {
  const problem = (message: string) => {
    const made = browserProblem('bad-answer', message)
    return new ApiProblem(requestId === null ? made : { ...made, requestId, requestIdOf: 'gateway' })
  }
  const value = await reach(() => read(answer)).catch((error: unknown) => {
    const isCut = error instanceof ApiProblem && error.cause instanceof SyntaxError
    throw isCut ? problem('The answer of Joblens was cut off or is not JSON') : error
  })
  if (value === null)
    throw problem('The answer of Joblens has another shape than this page expects; reload the page')
  return value
}
