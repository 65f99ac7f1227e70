/** Headers every answer carries, page, file and API alike. */
const everywhere: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Headers of API answers: private, and useless as a document. */
const apiOnly: Readonly<Record<string, string>> = {
  ...everywhere,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Puts the API's headers on an answer. */
export function secureApiAnswer(answer: Response): Response {
  for (const [name, value] of Object.entries(apiOnly)) answer.headers.set(name, value)
  return answer
}

/**
 * Rules of a worker, which has those of its own file and not the page's: our scripts and our API, and WebAssembly for
 * the loops that search bytes (four times as slow without). It can't evaluate text either.
 */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/**
 * Rules of the example and conformance pages, which are files and not the app: their own scripts and styles, and
 * frames of this very Joblens, where the operator lets it frame itself.
 */
const pageFilePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'"

/** Headers of static files, and of short answers in words. */
export function fileHeaders(contentType = ''): Record<string, string> {
  if (contentType.startsWith('text/javascript'))
    return { ...everywhere, 'content-security-policy': workerPolicy }
  if (contentType.startsWith('text/html')) return { ...everywhere, 'content-security-policy': pageFilePolicy }
  return { ...everywhere }
}

/** The script that portals load from here: it holds nothing but itself, so any page may have it. */
export const hostScriptHeaders: Readonly<Record<string, string>> = {
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
}

/** Headers of the page. It is never cached, because it holds the nonce. */
export function pageHeaders(nonce: string, frameAncestors: readonly string[]): Record<string, string> {
  return {
    ...everywhere,
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy(nonce, frameAncestors),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(frameAncestors.length === 0 ? { 'x-frame-options': 'DENY' } : {}),
  }
}

/**
 * Scripts and workers only from our own files; styles also with the nonce, which emotion's cache is given.
 * Trusted Types leave one policy, for the address of the log worker: log text can never become markup or code.
 */
function pagePolicy(nonce: string, frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
    "require-trusted-types-for 'script'",
    'trusted-types joblens-worker',
  ].join('; ')
}
