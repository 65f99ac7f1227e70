/**
 * One call after the front door (API gateway or ESB) has checked who is calling: what a backend gets to see.
 */
export type Call = {
  readonly generation: 'gateway' | 'esb'
  readonly method: string
  /** Path inside the system, leading slash, still percent-encoded: `/api/job/1/log/`. */
  readonly path: string
  readonly query: URLSearchParams
  /** Body text as received; through ESB it still holds the caller's credentials, as the real one forwards them. */
  readonly bodyText: string
  readonly user: string
  readonly tenant: string | null
  readonly language: 'zh-cn' | 'en'
  readonly requestId: string
}

/** A system behind the doors. `null` = it has no such path or method, so the door answers "not found" in its words. */
export type Backend = { readonly handle: (call: Call) => Response | null | Promise<Response | null> }

/** Parses a JSON object; anything else (broken text, array, number) is `null`. */
export function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
