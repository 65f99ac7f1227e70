import workerUrl from './search.worker.ts?worker&url'
import { trustedScriptUrl } from './trusted-script-url.ts'

/** From the log worker to the page: a worker for regular expressions is wanted. */
export interface SearchWorkerWanted {
  readonly type: 'search-worker-wanted'
  /** The wanted worker's end of a channel to the log worker. */
  readonly questions: MessagePort
  /** The page's end of another: any message to the page ends the worker, any from it says that it did not start. */
  readonly control: MessagePort
}

/** On the page: starts the workers that this log worker wants. */
export function serveSearchWorkers(logWorker: Worker): void {
  logWorker.addEventListener('message', ({ data }: MessageEvent<SearchWorkerWanted>) => {
    if (data.type !== 'search-worker-wanted') return
    const { questions, control } = data
    const url = new URL(workerUrl, document.baseURI).href
    const worker = new Worker(trustedScriptUrl(url), { type: 'module', name: 'joblens-search' })
    worker.addEventListener('error', () => control.postMessage('failed'))
    control.onmessage = () => worker.terminate()
    worker.postMessage('questions', [questions])
  })
}
