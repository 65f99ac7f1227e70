import workerUrl from './search.worker.ts?worker&url'
import { trustedScriptUrl } from './trusted-script-url.ts'
import type { SearchWorkerWanted } from './want-search-worker.ts'

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
