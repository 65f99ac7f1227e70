import workerUrl from './drain.worker.js?worker&url'

/** The floor: a worker that reads the stream to its end and forgets it. */
globalThis.start = (url) => {
  const startAt = performance.now()
  const policy = globalThis.trustedTypes?.createPolicy('joblens-worker', {
    createScriptURL: (script) => script,
  })
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' })
  worker.postMessage(new URL(url, location.href).href)
  return new Promise((resolve) => {
    worker.onmessage = () => {
      resolve({ firstMs: null, allMs: performance.now() - startAt, blockedMs: null, endMs: null })
    }
  })
}
