import type { Messages } from '#i18n'
import type { HostRow } from './host-rows.ts'

/** Status "running" (bk-job A.14). */
const running = 7

/** The word of a host's state. `isOver`: the step has ended, and with it whatever was said to be running. */
export function rowStatusWord(
  { status, logState }: Pick<HostRow, 'status' | 'logState'>,
  messages: Messages,
  isOver: boolean,
): string {
  if (isOver && status === running) return messages.stepInstance.hosts.wasRunning
  if (status !== null) return messages.status.hostStatusWord(status)
  return messages.stepInstance.log.states[logState ?? 'unknown']
}
