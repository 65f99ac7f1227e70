import type { LogSessionState } from '#api'
import type { Problem } from '#contract'
import { noFindings } from './log-findings.ts'
import type { InstanceData, InstanceStep } from './use-instance.ts'

const emptyState: LogSessionState = {
  phase: 'settled',
  isStopped: false,
  completedOnce: true,
  problem: null,
  logType: null,
  logs: new Map(),
  transfers: [],
  steps: [],
  missing: new Set(),
  failures: [],
  totals: null,
  unreadableFrames: 0,
}

/** A host whose steps were read without trouble; tests change what they are about. */
export function instanceData(
  changes: Partial<InstanceData> = {},
  state: Partial<LogSessionState> = {},
): InstanceData {
  const session = {
    state: { ...emptyState, ...state },
    reload: () => undefined,
    loadRest: () => undefined,
    stop: () => undefined,
  }
  const host = {
    job: null,
    host: null,
    outcome: null,
    problem: null,
    isAwaited: false,
    refetch: () => undefined,
  }
  return {
    ...host,
    session,
    steps: [],
    isComing: false,
    live: false,
    isGivenUp: false,
    attempt: null,
    attempts: [],
    ...changes,
  }
}

/** A step with a log of one line; tests change what they are about. */
export function instanceStep(changes: Partial<InstanceStep> = {}): InstanceStep {
  return {
    step: {
      index: 0,
      name: 'Install',
      status: 'SUCCESS',
      startedAt: { text: '2025-08-30 22:50:52', at: 1_756_565_452_000 },
      finishedAt: { text: '2025-08-30 22:50:58', at: 1_756_565_458_000 },
    },
    logBytes: 10,
    state: 'succeeded',
    findings: noFindings,
    isLookedThrough: true,
    documentId: 'document',
    ...changes,
  }
}

/** An upstream failure of one kind. */
export function upstreamProblem(kind: Problem['kind']): Problem {
  return {
    kind,
    message: 'upstream words',
    code: '3800007',
    requestId: 'request-7',
    requestIdOf: 'upstream',
    system: 'node-man',
    retryAfterSeconds: null,
    permissions: [],
    applyUrl: null,
    loginUrl: null,
  }
}
