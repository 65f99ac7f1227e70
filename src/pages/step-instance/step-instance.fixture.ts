import type { LogEntry, LogSessionState } from '#api'
import {
  type Container,
  type FileTransfer,
  type Host,
  hostSchema,
  type Problem,
  type ProblemKind,
  type ScriptLogFrame,
  type StepInstanceDetail,
  type StepResult,
  stepInstanceDetailSchema,
} from '#contract'

/** Host `n`: id n, address 10.0.(n/256).(n%256) in the direct area. */
export function hostOf(n: number, change: Partial<Host> = {}): Host {
  const host = { kind: 'host', hostId: `${n}`, cloudId: '0', ip: `10.0.${n >> 8}.${n & 255}` }
  return { ...hostSchema.parse({ ...host, ipv6: null, cloudName: null }), ...change }
}

export function containerOf(id: string, change: Partial<Container> = {}): Container {
  return { kind: 'container', id, uid: null, name: null, nodeHostId: null, ...change }
}

/** What the step did on host `n`. */
export function resultOf(n: number, status: number, change: Partial<StepResult> = {}): StepResult {
  const times = { startedAt: 1_700_000_000_000, endedAt: 1_700_000_001_500, durationMs: 1500 }
  return {
    key: `${n}`,
    executeObject: hostOf(n),
    status,
    tag: null,
    exitCode: status === 9 ? 0 : 1,
    ...times,
    ...change,
  }
}

/** A finished script step with these results. */
export function stepOf(results: readonly StepResult[], change: Readonly<Record<string, unknown>> = {}) {
  const times = {
    createdAt: null,
    startedAt: 1_700_000_000_000,
    endedAt: 1_700_000_060_000,
    durationMs: 60_000,
  }
  const step = {
    id: '200',
    name: 'Deploy',
    type: 1,
    status: 3,
    executeCount: 0,
    resultCounts: null,
    ...times,
  }
  const detail: StepInstanceDetail = stepInstanceDetailSchema.parse({
    jobInstance: null,
    step: { ...step, ...change },
    finished: change['status'] !== 2,
    results,
  })
  return detail
}

/** A download of `/data/file` from host 1 to host `n`. */
export function transferOf(n: number, change: Partial<FileTransfer> = {}): FileTransfer {
  return {
    direction: 'download',
    source: hostOf(1),
    sourcePath: '/data/file',
    destination: hostOf(n),
    destinationPath: `/tmp/file-${n}`,
    status: 4,
    size: '9.0 Bytes',
    speed: '1 KB/s',
    progress: '100%',
    ...change,
  }
}

/** A stream that has told nothing yet, with changes. */
export function sessionOf(change: Partial<LogSessionState> = {}): LogSessionState {
  return {
    phase: 'settled',
    isStopped: false,
    completedOnce: false,
    problem: null,
    logType: null,
    logs: new Map(),
    transfers: [],
    steps: [],
    missing: new Set(),
    failures: [],
    totals: null,
    unreadableFrames: 0,
    ...change,
  }
}

/** The log of host `key`, `bytes` long. */
export function scriptLogOf(
  key: string,
  bytes: number,
  change: Partial<ScriptLogFrame> = {},
): LogEntry<ScriptLogFrame> {
  const executeObject = hostOf(Number(key))
  return {
    frame: { kind: 'script-log', key, executeObject, content: 'text', bytes, ...change },
    documentId: `document of ${key}`,
  }
}

export function problemOf(kind: ProblemKind, change: Partial<Problem> = {}): Problem {
  return {
    kind,
    message: 'words of upstream',
    code: '1244006',
    requestId: 'request-1',
    requestIdOf: 'upstream',
    system: 'job',
    retryAfterSeconds: null,
    permissions: [],
    applyUrl: null,
    loginUrl: null,
    ...change,
  }
}
