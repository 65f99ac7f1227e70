import type { LogFrame } from './upstream/upstream.ts'

/** A stream that failed after its first frames, and the keys it had not come to. */
export class CutOffError extends Error {
  override readonly name = 'CutOffError'
  readonly keys: readonly string[]
  constructor(keys: readonly string[], cause: unknown) {
    super('the stream broke off', { cause })
    this.keys = keys
  }
}

/**
 * Frames as they come. Adapters turn failures into frames; one that throws all the same throws {@link CutOffError}, so
 * that the stream can end with what is missing and the browser need not ask for the rest again.
 */
export async function* noteMissing(
  frames: AsyncIterable<LogFrame>,
  keys: readonly string[],
): AsyncGenerator<LogFrame> {
  const told = new Set<string>()
  let begun = false
  /** More transfers of this host may be to come. */
  let open: string | null = null
  try {
    for await (const frame of frames) {
      yield frame
      begun = true
      const { header } = frame
      const now = header.kind === 'transfer' ? header.hostKey : null
      if (open !== null && open !== now) told.add(open)
      open = now
      if (header.kind === 'script-log') told.add(header.key)
      if (header.kind === 'missing' || header.kind === 'problem') for (const key of header.keys) told.add(key)
    }
  } catch (error) {
    throw begun
      ? new CutOffError(
          keys.filter((key) => !told.has(key)),
          error,
        )
      : error
  }
}
