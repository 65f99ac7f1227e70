import workerUrl from './log.worker.ts?worker&url'
import { serveSearchWorkers } from './search-worker.ts'
import { trustedScriptUrl } from './trusted-script-url.ts'

/** Starts the worker that keeps the logs. */
export function startLogWorker(): Worker {
  const url = new URL(workerUrl, document.baseURI).href
  const worker = new Worker(trustedScriptUrl(url), { type: 'module', name: 'joblens-log' })
  serveSearchWorkers(worker)
  return worker
}
