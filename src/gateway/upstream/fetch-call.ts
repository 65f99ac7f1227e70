import type { OnPiece, UpstreamCall, UpstreamFetch } from './upstream.ts'

/** A fetch in memory, the sandbox's or a test's, as an upstream. */
export function callBy(fetch: UpstreamFetch): UpstreamCall {
  return async ({ url, signal, ...init }) => {
    const request = new Request(url, { ...init, signal, redirect: 'manual' })
    const { status, headers, body } = await fetch(request)
    return { status, headers, read: (onPiece) => read(body, onPiece, signal) }
  }
}

async function read(
  body: ReadableStream<Uint8Array> | null,
  onPiece: OnPiece,
  signal: AbortSignal,
): Promise<void> {
  if (body === null) return
  const reader = body.getReader()
  const leave = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', leave, { once: true })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || !(await onPiece(value))) return
    }
  } finally {
    signal.removeEventListener('abort', leave)
    // Not awaited: a body that hangs must not hold the answer back.
    leave()
  }
}
