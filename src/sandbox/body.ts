/** Bodies that misbehave or are watched: streams built around an answer, never buffering it. */

/** What became of a body: handed over whole, or given up by its reader. */
type BodyWatch = { readonly onFinish: () => void; readonly onAbort: () => void }

/**
 * Passes an answer on and tells how it ended. When the request's signal fires, the body errors with the signal's reason,
 * as the platform's `fetch` does.
 */
export function watchBody(answer: Response, signal: AbortSignal, watch: BodyWatch): Response {
  const reader = answer.body?.getReader()
  if (reader === undefined) {
    watch.onFinish()
    return answer
  }
  let isOver = false
  const end = (tell: () => void): void => {
    if (isOver) return
    isOver = true
    tell()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        signal.addEventListener('abort', () => {
          if (isOver) return
          end(watch.onAbort)
          controller.error(signal.reason)
          reader.cancel(signal.reason).catch(() => undefined)
        })
      },
      async pull(controller) {
        const { done, value } = await reader.read()
        if (isOver) return
        if (!done) return controller.enqueue(value)
        end(watch.onFinish)
        controller.close()
      },
      async cancel(reason) {
        end(watch.onAbort)
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  return rebody(answer, body)
}

/** The same answer with only its first bytes, ended as if that were all. */
export function truncate(answer: Response, bytes: number): Response {
  return rebody(
    answer,
    cutAfter(answer.body, bytes, (controller) => controller.close()),
  )
}

/** The same answer whose connection dies after some bytes; 0 = before anything is sent. */
export function breakAfter(answer: Response, bytes: number): Response {
  const reset = new TypeError('terminated', { cause: new Error('read ECONNRESET') })
  return rebody(
    answer,
    cutAfter(answer.body, bytes, (controller) => controller.error(reset)),
  )
}

/** A JSON answer of about that many bytes, produced while it is read. */
export function hugeBody(bytes: number, headers: Readonly<Record<string, string>>): Response {
  const piece = new TextEncoder().encode('A'.repeat(65_536))
  const head = new TextEncoder().encode('{"result":true,"code":0,"message":"","data":"')
  const tail = new TextEncoder().encode('"}')
  let left = bytes
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(head),
    pull(controller) {
      if (left <= 0) {
        controller.enqueue(tail)
        return controller.close()
      }
      controller.enqueue(left < piece.length ? piece.subarray(0, left) : piece)
      left -= piece.length
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'application/json', ...headers } })
}

type Ending = (controller: ReadableStreamDefaultController<Uint8Array>) => void

function cutAfter(
  body: ReadableStream<Uint8Array> | null,
  bytes: number,
  end: Ending,
): ReadableStream<Uint8Array> {
  const reader = (body ?? new Response('').body)?.getReader()
  let left = bytes
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = left > 0 && reader ? await reader.read() : { done: true, value: undefined }
      if (done || value === undefined) {
        end(controller)
        await reader?.cancel()
        return
      }
      controller.enqueue(value.subarray(0, left))
      left -= value.length
    },
    cancel: (reason) => reader?.cancel(reason),
  })
}

function rebody(answer: Response, body: ReadableStream<Uint8Array>): Response {
  return new Response(body, { status: answer.status, headers: answer.headers })
}
