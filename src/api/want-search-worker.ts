import type { MatcherPort } from '#log'

/** From the log worker to the page: a worker for regular expressions is wanted. */
export interface SearchWorkerWanted {
  readonly type: 'search-worker-wanted'
  /** The wanted worker's end of a channel to the log worker. */
  readonly questions: MessagePort
  /** The page's end of another: any message to the page ends the worker, any from it says that it did not start. */
  readonly control: MessagePort
}

/**
 * A worker for regular expressions, which can be ended without losing the logs. Called in the log worker; the page
 * starts it: in a worker of Firefox (153) `new Worker` now and then never returns, and all logs stand still.
 */
export function wantSearchWorker(): MatcherPort {
  const questions = new MessageChannel()
  const control = new MessageChannel()
  const wanted: SearchWorkerWanted = {
    type: 'search-worker-wanted',
    questions: questions.port2,
    control: control.port2,
  }
  self.postMessage(wanted, { transfer: [questions.port2, control.port2] })
  const port = questions.port1
  return {
    postMessage: (message, options) => port.postMessage(message, options),
    addEventListener(type: string, listener: (event: MessageEvent) => void) {
      if (type === 'message') port.addEventListener('message', listener)
      else control.port1.onmessage = listener
    },
    start: () => port.start(),
    terminate() {
      control.port1.postMessage('end')
      control.port1.onmessage = null
      port.close()
    },
  }
}
