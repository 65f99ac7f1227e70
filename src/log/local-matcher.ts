import type { FramePort } from './protocol.ts'
import type { MatcherPort } from './search/matcher-port.ts'

/** Runs regular expressions in this very thread: good for trusted ones only, since none can be stopped. */
export function localMatcher(): MatcherPort {
  const { port1, port2 } = new MessageChannel()
  const errorListeners: ((event: unknown) => void)[] = []
  // Fetched when it is wanted: the first rows do without. Questions wait in the channel meanwhile.
  import('./search/serve-matches.ts').then(
    ({ serveMatches }) => serveMatches(port1 as FramePort),
    (error: unknown) => {
      for (const listener of errorListeners) listener(error)
    },
  )
  return {
    postMessage: (message) => port2.postMessage(message),
    addEventListener(type: string, listener: (event: { readonly data: unknown }) => void) {
      if (type === 'message') port2.addEventListener('message', listener)
      else errorListeners.push(listener as (event: unknown) => void)
    },
    start: () => port2.start(),
    terminate: () => port2.close(),
  }
}
