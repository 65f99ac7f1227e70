import type { StepInstance } from '#contract'

/** A successful script step on two hosts; tests change what they are about. */
export function stepInstance(changes: Partial<StepInstance> = {}): StepInstance {
  return {
    id: '200' as StepInstance['id'],
    name: 'Restart service',
    type: 1,
    status: 3,
    executeCount: 0,
    createdAt: 1000,
    startedAt: 2000,
    endedAt: 5000,
    durationMs: 3000,
    resultCounts: [{ status: 9, tag: '', count: 2 }],
    ...changes,
  }
}
