import { type CopyChunk, partsOf } from './copy-chunk.ts'
import { harmlessText } from './harmless-text.ts'
import { secretMask } from './secret.ts'

/** Text as it is shown. `bytes` are the document's own when they say the same, so that nothing is encoded again. */
export function plainChunk(
  chunk: Pick<CopyChunk, 'text' | 'isLineEnd' | 'clip'>,
  bytes: Uint8Array<ArrayBuffer> | null = null,
): CopyChunk {
  const { text, clip } = chunk
  return {
    ...chunk,
    write(sink, secrets) {
      if (secrets.length === 0 && bytes !== null) sink.add(bytes)
      else if (secrets.length === 0) sink.add(harmlessText(text.slice(clip.start, clip.end)))
      else sink.add(harmlessText(plainText(chunk, secrets)))
    },
  }
}

function plainText(
  { text, clip }: Pick<CopyChunk, 'text' | 'clip'>,
  secrets: Parameters<CopyChunk['write']>[1],
) {
  return partsOf(clip, secrets)
    .map(({ kind, start, end }) =>
      kind === 'text' ? text.slice(start, end) : kind === 'mask' ? secretMask : '',
    )
    .join('')
}
