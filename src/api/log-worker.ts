import workerUrl from './log.worker.ts?worker&url'

/** The part of the Trusted Types API used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

/**
 * Starts the worker that keeps the logs. Its script is named to the browser through the one Trusted Types
 * policy that the gateway's CSP allows (`trusted-types joblens-worker`).
 */
export function startLogWorker(): Worker {
  const url = new URL(workerUrl, document.baseURI).href
  return new Worker(trustedScriptUrl(url), { type: 'module', name: 'joblens-log' })
}

/** The policy can be created only once per page. */
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

function trustedScriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  if (trustedTypes === undefined) return sameOrigin(url)
  policy ??= trustedTypes.createPolicy('joblens-worker', { createScriptURL: sameOrigin })
  return policy.createScriptURL(url)
}

function sameOrigin(url: string): string {
  if (new URL(url).origin !== location.origin) throw new TypeError(`not our own script: ${url}`)
  return url
}
