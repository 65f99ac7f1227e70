import type { LogDocument } from '../log-document.ts'
import { createStyleIndex } from '../text/style-index.ts'
import type { TextStyle } from '../text/text-style.ts'
import { type AnsiPen, createAnsiPen } from './ansi-chunk.ts'
import { type SearchedChunk, stateBefore, withSecrets } from './chunk-secrets.ts'
import type { CopyChunk } from './copy-chunk.ts'
import { ansiChunks, type ChunkMaker, plainChunks, rawChunks } from './copy-chunks.ts'
import type { CopiedText, CopyOptions, LineRange, TextRange } from './copy-options.ts'
import { type CopyPart, firstLineOf, lastLineOf, partsOfLines, partsOfRange } from './copy-parts.ts'
import { isLongLine, lineBlocks } from './line-blocks.ts'
import { createSecretState, type Secret } from './secret.ts'
import { createTextSink } from './text-sink.ts'

/** How a copy gets along with the worker's other work. */
export interface CopyWork {
  /** Awaited every 8 ms of work, so that other messages are handled. */
  breathe(): Promise<void>
  readonly signal?: AbortSignal
  /** Told now and then which share of the lines is done, 0 to 1. */
  onProgress?(share: number): void
  /** The style a line begins in, for `ansi` (`createStyleIndex`); without it the 256 KiB before a range tell. */
  styleBefore?(lineIndex: number): TextStyle
}

const sliceMs = 8

/**
 * The text of a range of places, or of lines (ascending, apart from each other), ready to be copied or saved.
 * Whole lines keep their breaks, `\n` unless raw. Raw, a place inside of a piece that is not shown as it came (a
 * progress bar, say) takes the whole piece. Rejects with the signal's reason when it is aborted.
 */
export async function copyText(
  document: LogDocument,
  ranges: TextRange | readonly LineRange[],
  options: CopyOptions,
  work: CopyWork,
): Promise<CopiedText> {
  const parts = 'from' in ranges ? partsOfRange(document, ranges) : partsOfLines(document, ranges)
  if (options.form === 'raw' && !options.isMasked && isWhole(document, parts)) {
    return { blob: document.toBlob(), lineCount: document.lineCount, maskedCount: 0 }
  }
  const sink = createTextSink()
  const pen = createAnsiPen()
  const maker = makerOf(document, options, work, pen)
  const lineCount = countLines(parts)
  const at = { doneLines: 0 }
  let maskedCount = 0
  let workedFrom = performance.now()
  for (const searched of searchedChunks(document, parts, maker, options.isMasked, at)) {
    searched.chunk.write(sink, searched.secrets)
    maskedCount += countSecrets(searched)
    if (performance.now() - workedFrom < sliceMs) continue
    work.onProgress?.(at.doneLines / lineCount)
    await work.breathe()
    work.signal?.throwIfAborted()
    workedFrom = performance.now()
  }
  pen.reset(sink)
  return { blob: sink.toBlob(), lineCount, maskedCount }
}

function makerOf(document: LogDocument, options: CopyOptions, work: CopyWork, pen: AnsiPen): ChunkMaker {
  if (options.form === 'plain') return plainChunks(document)
  if (options.form === 'raw') return rawChunks(document, options.isMasked)
  const styles = createStyleIndex(document)
  const before = (lineIndex: number) => work.styleBefore?.(lineIndex) ?? styles.before(lineIndex)
  return ansiChunks(document, { before, at: styles.at }, pen)
}

function* searchedChunks(
  document: LogDocument,
  parts: readonly CopyPart[],
  maker: ChunkMaker,
  isMasked: boolean,
  at: CopyProgress,
): Generator<SearchedChunk> {
  let state = createSecretState()
  let nextLine = 0
  for (const part of parts) {
    const chunks = chunksOf(document, part, maker, at)
    if (!isMasked) {
      for (const chunk of chunks) yield { chunk, secrets: [] }
      continue
    }
    if (firstLineOf(part) !== nextLine) state = stateBefore(document, firstLineOf(part))
    yield* withSecrets(chunks, state)
    nextLine = lastLineOf(part) + 1
  }
}

/** How far a copy has come. */
interface CopyProgress {
  doneLines: number
}

function* chunksOf(
  document: LogDocument,
  part: CopyPart,
  maker: ChunkMaker,
  at: CopyProgress,
): Generator<CopyChunk> {
  if ('lineIndex' in part) {
    yield* maker.line(part)
    at.doneLines += 1
    return
  }
  for (const block of lineBlocks(document, part)) {
    if (isLongLine(block)) yield* maker.line({ lineIndex: block.firstLineIndex, from: null, to: null })
    else yield* maker.block(block)
    at.doneLines += block.lastLineIndex - block.firstLineIndex + 1
  }
}

function isWhole(document: LogDocument, parts: readonly CopyPart[]): boolean {
  const [first, second] = parts
  if (first === undefined || second !== undefined || 'lineIndex' in first) return false
  return first.firstLineIndex === 0 && first.lastLineIndex === document.lineCount - 1
}

function countSecrets({ chunk, secrets }: SearchedChunk): number {
  const { start: from, end: to } = chunk.clip
  if (from >= to) return 0
  const isIn = ({ start, end, isCounted }: Secret) => isCounted && start >= 0 && end > from && start < to
  return secrets.filter(isIn).length + (chunk.maskedCount ?? 0)
}

function countLines(parts: readonly CopyPart[]): number {
  return parts.reduce((count, part) => count + lastLineOf(part) - firstLineOf(part) + 1, 0)
}
