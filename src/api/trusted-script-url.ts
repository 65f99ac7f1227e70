/** The part of the Trusted Types API used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

/** The policy can be created only once per page, or worker. */
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

/**
 * The address of a worker's script, as a browser with Trusted Types wants it: through the one policy that the
 * gateway's CSP allows (`trusted-types joblens-worker`). Throws when the script is not our own.
 */
export function trustedScriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  if (trustedTypes === undefined) return sameOrigin(url)
  policy ??= trustedTypes.createPolicy('joblens-worker', { createScriptURL: sameOrigin })
  return policy.createScriptURL(url)
}

function sameOrigin(url: string): string {
  if (new URL(url).origin !== location.origin) throw new TypeError(`not our own script: ${url}`)
  return url
}
