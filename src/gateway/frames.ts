import { setImmediate as nextTurn } from 'node:timers/promises'
import { framesContentType } from '#contract'
import type { Links } from './config.ts'
import type { Exchange, Outcome } from './exchange.ts'
import { frameBytes } from './frame-bytes.ts'
import type { KnownTexts } from './known-texts.ts'
import { withLinks } from './problem-answer.ts'
import { problemOf } from './problem-error.ts'
import type { LogFrame } from './upstream/upstream.ts'

/** What a frame stream needs besides its frames. */
export interface FrameStreamOptions {
  readonly exchange: Exchange
  readonly links: Links
  /** Texts the browser has: of these only what follows is sent. */
  readonly known: KnownTexts
  /** Called once, when the last byte was handed over or nobody wants it any more. */
  readonly onFinish: (outcome: Outcome, bytes: number, error: unknown) => void
}

/** Small frames travel together up to this size: a buffer per transfer line would cost more than its bytes. */
const COALESCE_BYTES = 64 * 1024

/**
 * Answers with frames as they come. Rejects when the adapter rejects before its first frame: nothing was read, so
 * the answer is an ordinary problem. A reader that stops reading stops the adapter (pull); one that leaves aborts it.
 */
export async function frameAnswer(
  frames: AsyncIterable<LogFrame>,
  options: FrameStreamOptions,
): Promise<Response> {
  const writer = new FrameWriter(frames[Symbol.asyncIterator](), options)
  await writer.begin()
  options.exchange.streaming = true
  const body = new ReadableStream<Uint8Array>(
    { pull: (controller) => writer.pull(controller), cancel: () => writer.cancel() },
    { highWaterMark: 0 },
  )
  // Some proxies gather answers before passing them on; this one is worth reading from its first byte.
  const headers = { 'content-type': framesContentType, 'x-accel-buffering': 'no' }
  return new Response(body, { headers })
}

type Next = IteratorResult<LogFrame, unknown>

class FrameWriter {
  readonly #iterator: AsyncIterator<LogFrame>
  readonly #options: FrameStreamOptions
  #next: Promise<Next>
  #bytes = 0
  #hasEnded = false
  #isFinished = false

  constructor(iterator: AsyncIterator<LogFrame>, options: FrameStreamOptions) {
    this.#iterator = iterator
    this.#options = options
    this.#next = this.#ask()
  }

  /** Waits for the first frame, or for the reason why there is none. */
  async begin(): Promise<void> {
    await this.#next
  }

  async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    try {
      // When upstream's answer is here and the reader is fast, nothing in this loop waits for the system, and
      // everybody else's requests would (measured: 4.8 s for 100 MB). So one turn is given away per chunk.
      await nextTurn()
      const { buffers, isLast } = await this.#gather()
      if (buffers.length > 0) this.#send(controller, buffers)
      if (isLast) this.#close(controller, this.#hasEnded ? 'ok' : 'cut-off', null)
    } catch (error) {
      this.#breakOff(controller, error)
    }
  }

  cancel(): void {
    this.#options.exchange.leave()
    // The adapter may be waiting for upstream; the abort wakes it, so nobody waits for its clean-up here.
    this.#iterator.return?.().catch(() => undefined)
    this.#finish('left', null)
  }

  #ask(): Promise<Next> {
    const next = this.#iterator.next()
    // It is awaited later, maybe never (the browser left): a rejection in between is not unhandled.
    next.catch(() => undefined)
    return next
  }

  /** The next frame, and those that are ready behind it. */
  async #gather(): Promise<{ readonly buffers: Buffer[]; readonly isLast: boolean }> {
    const buffers: Buffer[] = []
    let size = 0
    let next: Next | null = await this.#next
    while (next !== null && next.done !== true) {
      const buffer = this.#encode(next.value)
      buffers.push(buffer)
      size += buffer.length
      this.#next = this.#ask()
      next = size < COALESCE_BYTES ? await this.#readyNow() : null
    }
    return { buffers, isLast: next?.done === true }
  }

  /** The next frame if it comes within this turn of the event loop; its failure is met by the next pull. */
  #readyNow(): Promise<Next | null> {
    return Promise.race([this.#next.catch(() => null), nextTurn(null)])
  }

  #encode(frame: LogFrame): Buffer {
    const { header, text } = frame
    if (header.kind === 'end') this.#hasEnded = true
    if ('key' in header) return frameBytes(frame, this.#options.known.get(header.key))
    if (header.kind !== 'problem') return frameBytes(frame)
    const problem = withLinks(header.problem, this.#options.links)
    return frameBytes({ header: { ...header, problem }, text })
  }

  #send(controller: ReadableStreamDefaultController<Uint8Array>, buffers: Buffer[]): void {
    const [only] = buffers
    const chunk = buffers.length === 1 && only !== undefined ? only : Buffer.concat(buffers)
    this.#bytes += chunk.length
    controller.enqueue(chunk)
  }

  /** Adapters turn failures into frames; if one throws all the same, say so and leave `end` out. */
  #breakOff(controller: ReadableStreamDefaultController<Uint8Array>, error: unknown): void {
    if (this.#isFinished) return
    if (this.#options.exchange.signal.aborted) {
      // Not errored: nobody reads it, and the HTTP library would write the error out, secrets and all.
      controller.close()
      this.#finish('left', null)
      return
    }
    const problem = withLinks(problemOf(error, this.#options.exchange.requestId), this.#options.links)
    this.#send(controller, [frameBytes({ header: { kind: 'problem', keys: [], problem }, text: '' })])
    this.#close(controller, 'cut-off', error)
  }

  #close(controller: ReadableStreamDefaultController<Uint8Array>, outcome: Outcome, error: unknown): void {
    if (this.#isFinished) return
    controller.close()
    this.#finish(outcome, error)
  }

  #finish(outcome: Outcome, error: unknown): void {
    if (this.#isFinished) return
    this.#isFinished = true
    this.#options.onFinish(outcome, this.#bytes, error)
  }
}
