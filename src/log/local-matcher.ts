import type { FramePort } from './protocol.ts'
import type { MatcherPort } from './search/matcher-port.ts'
import { serveMatches } from './search/serve-matches.ts'

/** Runs regular expressions in this very thread: good for trusted ones only, since none can be stopped. */
export function localMatcher(): MatcherPort {
  const { port1, port2 } = new MessageChannel()
  serveMatches(port1 as FramePort)
  return {
    postMessage: (message) => port2.postMessage(message),
    addEventListener(type: string, listener: (event: { readonly data: unknown }) => void) {
      if (type === 'message') port2.addEventListener('message', listener)
    },
    start: () => port2.start(),
    terminate: () => port2.close(),
  }
}
