import type { Messages } from '#i18n'
import type { HostRow } from './host-rows.ts'

/** The word of a host's state. */
export function rowStatusWord(
  { status, logState }: Pick<HostRow, 'status' | 'logState'>,
  messages: Messages,
): string {
  if (status !== null) return messages.status.hostStatusWord(status)
  return messages.stepInstance.log.states[logState ?? 'unknown']
}
