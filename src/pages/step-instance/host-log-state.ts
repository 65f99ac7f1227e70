import type { LogSessionState } from '#api'
import { keyNames, type Problem } from '#contract'

/** What there is to say about one host's log. `text` may come with a problem: then what was loaded stays on screen. */
export type HostLogState =
  | { readonly kind: 'text'; readonly documentId: string; readonly problem: Problem | null }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'loading' | 'stopped' | 'empty' | 'null' | 'not-yet' | 'none' | 'confirmation' }

/**
 * Reads one host's state off a stream. `unfinished`: host and step may still print something, so an absent log is one
 * to come; afterwards it is one that is not kept (bk-job B.2, E.4). The platform omits hosts in both cases alike. Of a text
 * that was here and is not any more the reader itself says so.
 */
export function readHostLog(
  state: LogSessionState,
  key: string,
  unfinished: boolean,
  isEmptied: (documentId: string) => boolean = () => false,
): HostLogState {
  const entry = entryOf(state, key)
  const problem = state.problem ?? failureOf(state, key)
  if (entry !== undefined) {
    const { bytes, content } = entry.frame
    if (bytes > 0 || isEmptied(entry.documentId))
      return { kind: 'text', documentId: entry.documentId, problem }
    if (problem !== null) return { kind: 'problem', problem }
    if (content === 'null') return { kind: 'null' }
    return { kind: unfinished ? 'not-yet' : 'empty' }
  }
  if (problem !== null) return { kind: 'problem', problem }
  if (state.logType === 'none') return { kind: 'confirmation' }
  if (!state.completedOnce && !state.missing.has(key))
    return { kind: state.isStopped ? 'stopped' : 'loading' }
  return { kind: unfinished ? 'not-yet' : 'none' }
}

/** By the key asked for, else by any other name of the host. */
function entryOf({ logs }: LogSessionState, key: string) {
  const exact = logs.get(key)
  if (exact !== undefined) return exact
  for (const entry of logs.values()) if (keyNames(key, entry.frame.executeObject)) return entry
  return undefined
}

function failureOf({ failures }: LogSessionState, key: string): Problem | null {
  const failure = failures.find(({ keys }) => keys.length === 0 || keys.includes(key))
  return failure?.problem ?? null
}
