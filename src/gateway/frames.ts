import { setImmediate as nextTurn } from 'node:timers/promises'
import { framesContentType } from '#contract'
import { ChunkBytes } from './chunk-bytes.ts'
import type { Links } from './config.ts'
import { CutOffError } from './cut-off.ts'
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
  /** Null while a frame is being sent: asking for the next one ends the life of its text. */
  #next: Promise<Next> | null = null
  /** What is left of the frame being sent. */
  #rest: readonly Buffer[] = []
  #bytes = 0
  #hasEnded = false
  #isFinished = false

  constructor(iterator: AsyncIterator<LogFrame>, options: FrameStreamOptions) {
    this.#iterator = iterator
    this.#options = options
  }

  /** Waits for the first frame, or for the reason why there is none. */
  async begin(): Promise<void> {
    await this.#ask()
  }

  async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    try {
      // When upstream's answer is here and the reader is fast, nothing in this loop waits for the system, and
      // everybody else's requests would (measured: 4.8 s for 100 MB). So one turn is given away per chunk.
      await nextTurn()
      const { chunk, isLast } = await this.#gather()
      if (chunk.length > 0) this.#send(controller, chunk)
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
    if (this.#next === null) {
      this.#next = this.#iterator.next()
      // It is awaited later, maybe never (the browser left): a rejection in between is not unhandled.
      this.#next.catch(() => undefined)
    }
    return this.#next
  }

  /** One chunk: what is left of a frame, else the next one, and those that are ready behind it. */
  async #gather(): Promise<{ readonly chunk: Buffer; readonly isLast: boolean }> {
    const chunk = new ChunkBytes()
    let turn: Promise<null> | null = null
    for (;;) {
      this.#fill(chunk)
      if (chunk.isFull()) return { chunk: chunk.view(), isLast: false }
      if (chunk.size > 0) turn ??= nextTurn(null)
      const next = await (turn === null ? this.#ask() : this.#readyBefore(turn))
      if (next === null || next.done === true) return { chunk: chunk.view(), isLast: next?.done === true }
      this.#rest = this.#encode(next.value)
      this.#next = null
    }
  }

  #fill(chunk: ChunkBytes): void {
    let behind = this.#rest.reduce((sum, { length }) => sum + length, 0)
    const left = this.#rest.map((part) => {
      behind -= part.length
      return chunk.add(part, behind)
    })
    this.#rest = left.filter(({ length }) => length > 0)
  }

  /** The next frame if it comes within this turn of the event loop; its failure is met by the next pull. */
  #readyBefore(turn: Promise<null>): Promise<Next | null> {
    return Promise.race([this.#ask().catch(() => null), turn])
  }

  #encode(frame: LogFrame): readonly Buffer[] {
    const { header, text } = frame
    if (header.kind === 'end') this.#hasEnded = true
    if ('key' in header) return frameBytes(frame, this.#options.known.get(header.key))
    if (header.kind !== 'problem') return frameBytes(frame)
    const problem = withLinks(header.problem, this.#options.links)
    return frameBytes({ header: { ...header, problem }, text })
  }

  #send(controller: ReadableStreamDefaultController<Uint8Array>, chunk: Buffer): void {
    this.#bytes += chunk.length
    controller.enqueue(chunk)
  }

  /** Adapters turn failures into frames; if one throws all the same, say what is missing and leave `end` out. */
  #breakOff(controller: ReadableStreamDefaultController<Uint8Array>, error: unknown): void {
    if (this.#isFinished) return
    if (this.#options.exchange.signal.aborted) {
      // Not errored: nobody reads it, and the HTTP library would write the error out, secrets and all.
      controller.close()
      this.#finish('left', null)
      return
    }
    const { keys, cause } = error instanceof CutOffError ? error : { keys: [], cause: error }
    const problem = withLinks(problemOf(cause, this.#options.exchange), this.#options.links)
    this.#send(controller, frameBytes({ header: { kind: 'problem', keys, problem }, text: '' })[0])
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
