import { wholeDurationMs } from '../time-bars.ts'
import { layOut } from './step-bars.ts'
import type { InstanceData } from './use-instance.ts'

/**
 * From the first start to the last end. Where times of steps are gone (bk-nodeman A7), those left say too little: then it
 * is what node-man says of the host, `null` when it says nothing.
 */
export function instanceDurationMs(
  { steps, host }: Pick<InstanceData, 'steps' | 'host'>,
  now: number,
): number | null {
  const isPartGone = steps.some(({ state, step }) => state === 'cleaned-up' || isDoneWithoutTime(step))
  const plain = steps.map(({ step }) => step)
  return isPartGone ? (host?.durationMs ?? null) : wholeDurationMs(layOut(plain, now))
}

function isDoneWithoutTime({ status, startedAt }: InstanceData['steps'][number]['step']): boolean {
  return (status === 'SUCCESS' || status === 'FAILED') && startedAt.at === null
}
