import type { Secret, Span } from './secret.ts'
import type { TextSink } from './text-sink.ts'

/** Lines, or a part of one long line, on their way out. */
export interface CopyChunk {
  /** What secrets are looked for in: no escape sequences. */
  readonly text: string
  /** False when the last line of it goes on in the next chunk. */
  readonly isLineEnd: boolean
  /** What of `text` was asked for. */
  readonly clip: Span
  /** Secrets that are masked in it already. */
  readonly maskedCount?: number
  /** Adds what was asked for to the sink, without the secrets. */
  write(sink: TextSink, secrets: readonly Secret[]): void
}

/** A part of a chunk: text that is kept, or a secret. Of one that began in the chunk before no mask is shown. */
export interface ChunkPart extends Span {
  readonly kind: 'text' | 'mask' | 'nothing'
}

/** What is left of `clip`, and the masks in it, in order. */
export function partsOf(clip: Span, secrets: readonly Secret[]): readonly ChunkPart[] {
  if (clip.start >= clip.end) return []
  const parts: ChunkPart[] = []
  let position = clip.start
  for (const { start, end } of secrets) {
    if (end <= position || start >= clip.end) continue
    if (start > position) parts.push({ kind: 'text', start: position, end: start })
    const isShown = start >= 0 || clip.start > 0
    position = Math.min(end, clip.end)
    parts.push({ kind: isShown ? 'mask' : 'nothing', start: Math.max(start, clip.start), end: position })
  }
  if (position < clip.end) parts.push({ kind: 'text', start: position, end: clip.end })
  return parts
}
