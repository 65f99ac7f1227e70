import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { UpstreamCall } from './upstream/upstream.ts'

/** What is still held by somebody after its end. Counted, not measured: a heap is never the same size twice. */
export interface LeftBehind {
  /** Notes something that nobody should hold on to. */
  watch(value: object): void
  /** How many of them are still there when the garbage collector has been. */
  count(): Promise<number>
}

/** Nothing is noted yet. */
export function createLeftBehind(): LeftBehind {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  let noted: WeakRef<object>[] = []
  return {
    watch(value) {
      noted.push(new WeakRef(value))
    },
    async count() {
      // Whatever was looked at stays until the turn of the event loop is over.
      await new Promise((resolve) => setImmediate(resolve))
      collectGarbage()
      noted = noted.filter((each) => each.deref() !== undefined)
      return noted.length
    },
  }
}

/** The same calls; the requests, their signals and what answers them are noted. */
export function watchedCall(call: UpstreamCall, { watch }: LeftBehind): UpstreamCall {
  return async (request) => {
    watch(request)
    watch(request.signal)
    const response = await call(request)
    watch(response)
    return response
  }
}
