import type { Outcome, Progress } from './model.ts'

const waiting: Outcome = {
  status: 5,
  tag: null,
  exitCode: null,
  errorCode: 0,
  startedAt: null,
  endedAt: null,
  batch: 0,
}

/** A host nothing has been sent to yet. */
export function waits(batch = 0): Outcome {
  return { ...waiting, batch }
}

/** A host still at it. */
export function runs(startedAt: number, batch = 0): Outcome {
  return { ...waiting, status: 7, errorCode: 115, startedAt, batch }
}

/** A host that is done well. */
export function succeeded(startedAt: number, durationMs: number, tag = '', batch = 0): Outcome {
  return {
    status: 9,
    tag,
    exitCode: 0,
    errorCode: 0,
    startedAt,
    endedAt: startedAt + durationMs,
    batch,
  }
}

/** A host that ended in any other status; agent trouble has no exit code. */
export function failed(
  status: number,
  exitCode: number | null,
  startedAt: number,
  durationMs: number,
  tag = '',
): Outcome {
  const errorCode = status === 104 || status === 101 ? 0 : status === 403 ? 126 : -1
  return { status, tag, exitCode, errorCode, startedAt, endedAt: startedAt + durationMs, batch: 0 }
}

/** The same outcome, in a rolling batch. */
export function inBatch(outcome: Outcome, batch: number): Outcome {
  return { ...outcome, batch }
}

/** The same outcome without an exit code: file steps have none. */
export function withoutExitCode(outcome: Outcome): Outcome {
  return { ...outcome, exitCode: null }
}

/** An execution whose state does not depend on the clock. */
export function settled(
  status: number,
  startedAt: number | null,
  endedAt: number | null,
): (now: number) => Progress {
  const progress = { status, startedAt, endedAt }
  return () => progress
}

/** Runs from `startedAt` for a while, then stands at `status`. */
export function runsUntil(startedAt: number, endsAt: number, status: number): (now: number) => Progress {
  return (now) =>
    now < endsAt ? { status: 2, startedAt, endedAt: null } : { status, startedAt, endedAt: endsAt }
}
