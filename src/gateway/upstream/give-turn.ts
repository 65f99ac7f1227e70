import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets everybody else go on in the middle of long work; rejects once nobody waits for that any more. */
export async function giveTurn(signal?: AbortSignal): Promise<void> {
  await nextTurn()
  signal?.throwIfAborted()
}
