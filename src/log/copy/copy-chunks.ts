import type { LogDocument } from '../log-document.ts'
import { decodeText, isBroken } from '../text/decode-text.ts'
import { playText } from '../text/play-text.ts'
import type { StyleRun } from '../text/played-text.ts'
import type { StyleIndex } from '../text/style-index.ts'
import { addRun } from '../text/style-runs.ts'
import { plainStyle, type TextStyle } from '../text/text-style.ts'
import { type AnsiPen, ansiChunk } from './ansi-chunk.ts'
import type { CopyChunk } from './copy-chunk.ts'
import type { LineBlock } from './line-blocks.ts'
import { clipOf, endsLine, type LineClip, type LineWindow, lineBreak, lineWindows } from './long-line.ts'
import { plainChunk } from './plain-chunk.ts'
import { rawBlock } from './raw-block.ts'
import { rawChunk } from './raw-chunk.ts'
import { cutForRaw, rawWindow } from './raw-window.ts'
import { shownBlock, shownText } from './shown-block.ts'

/** How lines leave in one form: many whole ones at a time, or one line, a part of it, or a very long one. */
export interface ChunkMaker {
  block(block: LineBlock): Generator<CopyChunk>
  line(clip: LineClip): Generator<CopyChunk>
}

export function plainChunks(document: LogDocument): ChunkMaker {
  return {
    *block(block) {
      const bytes = bytesOf(document, block)
      const text = decodeText(bytes)
      const shown = shownText(document, block, text, plainStyle)
      const clip = { start: 0, end: shown.length }
      yield plainChunk(
        { text: shown, isLineEnd: true, clip },
        shown === text && !text.includes('\u001b') ? bytes : null,
      )
    },
    *line(clip) {
      for (const window of lineWindows(document, clip)) {
        const { text, pieceEnds } = playWindow(document, clip, window, plainStyle)
        const { isLineEnd } = window
        yield plainChunk({ text, isLineEnd, clip: clipOf(window, clip, pieceEnds, text.length) })
      }
    },
  }
}

export function ansiChunks(
  document: LogDocument,
  styles: Pick<StyleIndex, 'at' | 'before'>,
  pen: AnsiPen,
): ChunkMaker {
  return {
    *block(block) {
      const text = decodeText(bytesOf(document, block))
      const shown = shownBlock(document, block, text, styles.before(block.firstLineIndex))
      const clip = { start: 0, end: shown.text.length }
      yield ansiChunk({ text: shown.text, isLineEnd: true, clip }, shown.runs, pen)
    },
    *line(clip) {
      let style = styles.before(clip.lineIndex)
      let isFirst = true
      for (const window of lineWindows(document, clip)) {
        if (isFirst && window.firstPieceIndex > 0) style = styles.at(window.pieces[0]?.byteStart ?? 0)
        isFirst = false
        const { text, runs, pieceEnds, endStyle } = playWindow(document, clip, window, style)
        const { isLineEnd } = window
        yield ansiChunk({ text, isLineEnd, clip: clipOf(window, clip, pieceEnds, text.length) }, runs, pen)
        style = endStyle
      }
    },
  }
}

export function rawChunks(document: LogDocument, isMasked: boolean): ChunkMaker {
  const oneBlock = (bytes: Uint8Array<ArrayBuffer>, text: string): CopyChunk => {
    const raw = rawBlock(text, isMasked)
    const clip = { start: 0, end: raw.text.length }
    return rawChunk(
      { isLineEnd: true, clip, maskedCount: raw.maskedCount },
      raw,
      raw.isChanged ? null : bytes,
    )
  }
  return {
    *block(block) {
      const bytes = bytesOf(document, block)
      const text = decodeText(bytes)
      // Bytes that are no UTF-8 survive in every line but those that are masked.
      if (!isBroken(text)) yield oneBlock(bytes, text)
      else for (const line of linesOf(bytes)) yield oneBlock(line, decodeText(line))
    },
    *line(clip) {
      const cut = cutForRaw(document, clip)
      for (const window of lineWindows(document, cut.clip, cut.pieces)) {
        yield rawWindow(document, cut.clip, window, isMasked)
      }
    },
  }
}

function bytesOf(document: LogDocument, { byteStart, byteEnd }: LineBlock): Uint8Array<ArrayBuffer> {
  return document.read(byteStart, byteEnd) as Uint8Array<ArrayBuffer>
}

function* linesOf(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start)
    const end = newline === -1 ? bytes.length : newline + 1
    yield bytes.subarray(start, end)
    start = end
  }
}

interface PlayedWindow {
  readonly text: string
  readonly runs: readonly StyleRun[]
  readonly pieceEnds: readonly number[]
  readonly endStyle: TextStyle
}

function playWindow(
  document: LogDocument,
  clip: LineClip,
  window: LineWindow,
  startStyle: TextStyle,
): PlayedWindow {
  const runs: StyleRun[] = []
  const pieceEnds: number[] = []
  let text = ''
  let style = startStyle
  for (const piece of window.pieces) {
    const shown = playText(piece.text, style)
    for (const run of shown.runs) addRun(runs, text.length + run.end, run.style)
    text += shown.text
    style = shown.endStyle
    pieceEnds.push(text.length)
  }
  if (endsLine(window, clip) && lineBreak(document, clip.lineIndex) !== '') text += '\n'
  addRun(runs, text.length, style)
  return { text, runs, pieceEnds, endStyle: style }
}
