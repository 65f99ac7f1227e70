import workerUrl from './drain.worker.js?worker&url'

/** A floor: a worker that reads the stream to its end and forgets it. */
export function createViewer() {
  const policy = globalThis.trustedTypes?.createPolicy('joblens-worker', {
    createScriptURL: (script) => script,
  })
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' })
  return {
    load(url) {
      const startAt = performance.now()
      worker.postMessage(url)
      return new Promise((resolve) => {
        worker.onmessage = () => resolve({ drainMs: performance.now() - startAt })
      })
    },
  }
}
