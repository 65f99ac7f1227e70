import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  isNodeManUnfinished,
  isRunFinished,
  isSeeminglyOver,
  type JobInstanceId,
  type JobInstanceQuery,
  type NodeManInstanceQuery,
  type NodeManJobId,
  type NodeManJobQuery,
  type NodeManLogParams,
  type Scope,
  type StepInstanceDetail,
  type StepPartQuery,
} from '#contract'
import { ApiProblem } from './api-problem.ts'
import type { Api, StepAddress } from './client.ts'

/*
 * Query options per endpoint: key, freshness, polling. Polling happens only while something can still change, and
 * react-query pauses it in a hidden tab (`refetchIntervalInBackground` stays off).
 */

const minute = 60_000

/** Facts of the deployment; they change only when the gateway is restarted. */
export function capabilitiesQuery(api: Api) {
  return queryOptions({
    queryKey: ['capabilities'],
    queryFn: ({ signal }) => api.capabilities(signal),
    staleTime: 10 * minute,
    retry: retryTransient,
  })
}

/** Scopes the user may see. */
export function scopesQuery(api: Api) {
  return queryOptions({
    queryKey: ['scopes'],
    queryFn: ({ signal }) => api.scopes(signal),
    staleTime: 5 * minute,
    retry: retryTransient,
  })
}

/** One page of history; the previous page stays on screen while the next one loads. */
export function jobInstancesQuery(api: Api, scope: Scope, query: Partial<JobInstanceQuery>) {
  return queryOptions({
    queryKey: ['job-instances', scope.type, scope.id, query],
    queryFn: ({ signal }) => api.jobInstances(scope, query, signal),
    placeholderData: keepPreviousData,
    staleTime: 2_000,
    retry: retryTransient,
    refetchInterval: (state) =>
      state.state.data?.items.some((item) => !isRunFinished(item.status)) ? 5_000 : false,
  })
}

/** One look at the history: not polled, and nothing of another question on screen meanwhile. */
export function jobInstancesOnceQuery(api: Api, scope: Scope, query: Partial<JobInstanceQuery>) {
  return queryOptions({
    queryKey: ['job-instances-once', scope.type, scope.id, query],
    queryFn: ({ signal }) => api.jobInstances(scope, query, signal),
    staleTime: minute,
    retry: retryTransient,
  })
}

/** A job instance with its steps. */
export function jobInstanceQuery(api: Api, scope: Scope, id: JobInstanceId) {
  return queryOptions({
    queryKey: ['job-instance', scope.type, scope.id, id],
    queryFn: ({ signal }) => api.jobInstance(scope, id, signal),
    staleTime: 1_000,
    retry: retryTransient,
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined || data.finished) return false
      return isSeeminglyOver(data) ? minute : 3_000
    },
  })
}

/** A step with its results, or those of a part of it; thousands of rows are asked for less often. */
export function stepInstanceQuery(api: Api, step: StepAddress, part: StepPartQuery = {}) {
  const { scope, jobInstanceId, stepInstanceId } = step
  return queryOptions({
    queryKey: ['step-instance', scope.type, scope.id, jobInstanceId, stepInstanceId, part],
    queryFn: ({ signal, client, queryKey }) =>
      api.stepInstance(step, part, signal, client.getQueryData<StepInstanceDetail>(queryKey)),
    // What has not changed is already the same; going through 50,000 results again would freeze the page.
    structuralSharing: false,
    staleTime: 1_000,
    retry: retryTransient,
    refetchInterval: (state) => {
      const data = state.state.data
      if (data === undefined || data.finished) return false
      return data.results.length > 5_000 ? 10_000 : 3_000
    },
  })
}

/**
 * Attempts and batches of a step; `marker` changes with what is known of the step, and with it they are asked for again.
 */
export function stepCourseQuery(api: Api, step: StepAddress, marker: string) {
  return queryOptions({
    queryKey: ['step-course', step, marker],
    queryFn: ({ signal }) => api.stepCourse(step, signal),
    placeholderData: keepPreviousData,
    staleTime: minute,
    retry: retryTransient,
  })
}

/** One page of node-man jobs. */
export function nodeManJobsQuery(api: Api, query: Partial<NodeManJobQuery>) {
  return queryOptions({
    queryKey: ['node-man-jobs', query],
    queryFn: ({ signal }) => api.nodeManJobs(query, signal),
    placeholderData: keepPreviousData,
    staleTime: 2_000,
    retry: retryTransient,
    refetchInterval: (state) =>
      state.state.data?.items.some((item) => isNodeManUnfinished(item.status)) ? 5_000 : false,
  })
}

/** A node-man job with one page of its hosts. */
export function nodeManJobQuery(api: Api, id: NodeManJobId, query: Partial<NodeManInstanceQuery>) {
  return queryOptions({
    queryKey: ['node-man-job', id, query],
    queryFn: ({ signal }) => api.nodeManJob(id, query, signal),
    placeholderData: keepPreviousData,
    staleTime: 2_000,
    retry: retryTransient,
    refetchInterval: (state) =>
      state.state.data !== undefined && isNodeManUnfinished(state.state.data.job.status) ? 5_000 : false,
  })
}

/**
 * Attempts at one host of a node-man job. `marker` changes when a further one was noticed: what was known before
 * lacks it.
 */
export function nodeManAttemptsQuery(api: Api, address: NodeManLogParams, marker: number | null) {
  return queryOptions({
    queryKey: ['node-man-attempts', address, marker],
    queryFn: ({ signal }) => api.nodeManAttempts(address, signal),
    placeholderData: keepPreviousData,
    staleTime: minute,
    retry: retryTransient,
  })
}

/** The gateway has already retried upstream; only a lost connection to the gateway is worth one more try here. */
function retryTransient(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof ApiProblem && error.problem.kind === 'offline'
}

/** What the queries about the execution at an in-app path begin with; null when the path names none. */
export function executionKey(pathname: string): readonly string[] | null {
  const job = /^\/([a-z_]+)\/(\d+)\/job-instances\/(\d+)(?:\/steps\/(\d+))?/.exec(pathname)
  const [, type = '', scopeId = '', id = '', step] = job ?? []
  if (job !== null)
    return step === undefined
      ? ['job-instance', type, scopeId, id]
      : ['step-instance', type, scopeId, id, step]
  const nodeManJob = /^\/node-man\/jobs\/(\d+)/.exec(pathname)?.[1]
  return nodeManJob === undefined ? null : ['node-man-job', nodeManJob]
}
