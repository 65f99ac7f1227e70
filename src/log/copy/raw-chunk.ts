import { readEscapeSequence } from '../text/escape-sequence.ts'
import { type CopyChunk, partsOf } from './copy-chunk.ts'
import { type Secret, secretMask } from './secret.ts'

/** A text without its escape sequences, and what was left out where. */
export interface StrippedText {
  readonly text: string
  readonly sequences: readonly { readonly at: number; readonly text: string }[]
}

/** Leaves out whole escape sequences; `\r` and backspace stay. `text` is of one line, without its break. */
export function stripSequences(text: string): StrippedText {
  const parts: string[] = []
  const sequences: { at: number; text: string }[] = []
  let position = 0
  let length = 0
  for (
    let found = text.indexOf('\u001b');
    found !== -1;
    found = text.indexOf('\u001b', Math.max(position, found + 1))
  ) {
    const end = readEscapeSequence(text, found)?.end
    if (end === undefined) continue
    parts.push(text.slice(position, found))
    length += found - position
    sequences.push({ at: length, text: text.slice(found, end) })
    position = end
  }
  if (position === 0) return { text, sequences }
  parts.push(text.slice(position))
  return { text: parts.join(''), sequences }
}

/** Text as it came: `bytes`, the document's own, unless something is cut or masked. */
export function rawChunk(
  chunk: Pick<CopyChunk, 'isLineEnd' | 'clip' | 'maskedCount'>,
  stripped: StrippedText,
  bytes: Uint8Array<ArrayBuffer> | null,
): CopyChunk {
  const { text } = stripped
  const { clip } = chunk
  const isWhole = clip.start === 0 && clip.end === text.length
  return {
    ...chunk,
    text,
    write(sink, secrets) {
      if (clip.start >= clip.end && !isWhole) return
      sink.add(isWhole && secrets.length === 0 && bytes !== null ? bytes : rawText(stripped, chunk, secrets))
    },
  }
}

/** Escape sequences stay where they were, also inside a secret: colours must end where they ended. */
function rawText(
  { text, sequences }: StrippedText,
  { clip }: Pick<CopyChunk, 'clip'>,
  secrets: readonly Secret[],
): string {
  const written: string[] = []
  let index = sequences.findIndex(({ at }) => at >= clip.start)
  if (index === -1) index = sequences.length
  for (const { kind, start, end } of partsOf(clip, secrets)) {
    let position = start
    if (kind === 'mask') written.push(secretMask)
    for (let next = sequences[index]; next !== undefined && next.at <= end; next = sequences[index]) {
      if (kind === 'text') written.push(text.slice(position, next.at))
      written.push(next.text)
      position = next.at
      index += 1
    }
    if (kind === 'text') written.push(text.slice(position, end))
  }
  return written.join('')
}
