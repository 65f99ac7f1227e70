import workerUrl from './search.worker.ts?worker&url'
import { trustedScriptUrl } from './trusted-script-url.ts'

/** Starts a worker for regular expressions. Called in the log worker: it can be ended without losing the logs. */
export function startSearchWorker(): Worker {
  const url = new URL(workerUrl, import.meta.url).href
  return new Worker(trustedScriptUrl(url), { type: 'module', name: 'joblens-search' })
}
