import type { StyleRun } from '../text/played-text.ts'
import { plainStyle, rgbOf, type TextColor, type TextStyle } from '../text/text-style.ts'
import { type CopyChunk, partsOf } from './copy-chunk.ts'
import { harmlessText } from './harmless-text.ts'
import { secretMask } from './secret.ts'
import type { TextSink } from './text-sink.ts'

/** The style that whoever reads the copy is in by now. */
export interface AnsiPen {
  /** Adds `text` in a style, with the sequence that changes to it when it is another. */
  write(sink: TextSink, text: string, style: TextStyle): void
  /** Back to no style at all: a copy must not colour what is printed after it. */
  reset(sink: TextSink): void
}

export function createAnsiPen(): AnsiPen {
  let current = plainStyle
  const change = (sink: TextSink, style: TextStyle): void => {
    if (style !== current) sink.add(sgrOf(style))
    current = style
  }
  return {
    write(sink, text, style) {
      if (text === '') return
      change(sink, style)
      sink.add(text)
    },
    reset: (sink) => change(sink, plainStyle),
  }
}

/** Text as it is shown, with its colours as SGR sequences. A mask looks like what it hides. */
export function ansiChunk(
  chunk: Pick<CopyChunk, 'text' | 'isLineEnd' | 'clip'>,
  runs: readonly StyleRun[],
  pen: AnsiPen,
): CopyChunk {
  const { text, clip } = chunk
  return {
    ...chunk,
    write(sink, secrets) {
      let index = 0
      const runAt = (position: number): StyleRun => {
        while ((runs[index]?.end ?? text.length) <= position && index < runs.length) index += 1
        return runs[index] ?? { end: text.length, style: plainStyle }
      }
      for (const { kind, start, end } of partsOf(clip, secrets)) {
        if (kind === 'mask') pen.write(sink, secretMask, runAt(start).style)
        for (let position = start; kind === 'text' && position < end; ) {
          const run = runAt(position)
          pen.write(sink, harmlessText(text.slice(position, Math.min(end, run.end))), run.style)
          position = run.end
        }
      }
    },
  }
}

/** Always from nothing: a sequence that only says what changed would depend on what was printed before. */
function sgrOf(style: TextStyle): string {
  const codes = [0]
  if (style.bold) codes.push(1)
  if (style.dim) codes.push(2)
  if (style.italic) codes.push(3)
  if (style.underline) codes.push(4)
  if (style.inverse) codes.push(7)
  if (style.strike) codes.push(9)
  codes.push(...colorCodes(style.foreground, 30), ...colorCodes(style.background, 40))
  return `\u001b[${codes.join(';')}m`
}

function colorCodes(color: TextColor | null, base: 30 | 40): readonly number[] {
  if (color === null) return []
  const rgb = rgbOf(color)
  if (rgb !== null) return [base + 8, 2, ...rgb]
  return [color < 8 ? base + color : base + 60 + color - 8]
}
