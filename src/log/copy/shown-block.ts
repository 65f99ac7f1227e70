import type { LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { piecesOf } from '../text/line-pieces.ts'
import { playText } from '../text/play-text.ts'
import type { StyleRun } from '../text/played-text.ts'
import { addRun } from '../text/style-runs.ts'
import type { TextStyle } from '../text/text-style.ts'
import type { LineBlock } from './line-blocks.ts'

/** Lines as they are shown, each with its break, and how they look. */
export interface ShownBlock {
  readonly text: string
  readonly runs: readonly StyleRun[]
  readonly endStyle: TextStyle
}

/** A line of fewer characters is a single piece, whatever they are. */
const surelyOnePiece = 2730

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal plays
const played = /[\u001b\r\b]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours, and what stands before a line break
const unplayed = /\u001b\[[0-9;:]*m|\r(?=\n)/g

/** The text alone: colours, which nearly all escapes of nearly all logs are, go in one sweep. */
export function shownText(document: LogDocument, block: LineBlock, text: string, style: TextStyle): string {
  if (!isPlayed(text)) return text
  const swept = text.replace(unplayed, '')
  return isPlayed(swept) ? shownBlock(document, block, text, style).text : swept
}

/** Plays the lines that need it; the others are taken as they are, many at a time. */
export function shownBlock(
  document: LogDocument,
  block: LineBlock,
  text: string,
  startStyle: TextStyle,
): ShownBlock {
  const parts: string[] = []
  const runs: StyleRun[] = []
  let length = 0
  let style = startStyle
  let position = 0

  const add = (part: string, styleOfPart: TextStyle): void => {
    parts.push(part)
    length += part.length
    addRun(runs, length, styleOfPart)
  }
  const play = (source: string): void => {
    const shown = playText(source, style)
    let from = 0
    for (const run of shown.runs) {
      add(shown.text.slice(from, run.end), run.style)
      from = run.end
    }
    style = shown.endStyle
  }

  for (let found = nextPlayed(text, 0); found !== -1; found = nextPlayed(text, position)) {
    const lineStart = text.lastIndexOf('\n', found) + 1
    const newline = text.indexOf('\n', found)
    const lineEnd = newline === -1 ? text.length : newline
    add(text.slice(position, lineStart), style)
    const line = text.slice(lineStart, lineEnd)
    if (line.length <= surelyOnePiece) play(line)
    else for (const piece of piecesAt(document, block, text, lineStart)) play(piece)
    position = lineEnd
  }
  add(text.slice(position), style)
  return { text: parts.join(''), runs, endStyle: style }
}

function isPlayed(text: string): boolean {
  return nextPlayed(text, 0) !== -1
}

function nextPlayed(text: string, from: number): number {
  played.lastIndex = from
  return played.exec(text)?.index ?? -1
}

/** A long line is shown piece by piece, and what one piece writes over is only its own. */
function piecesAt(
  document: LogDocument,
  { firstLineIndex }: LineBlock,
  text: string,
  lineStart: number,
): readonly string[] {
  let lineIndex = firstLineIndex
  for (let at = text.indexOf('\n'); at !== -1 && at < lineStart; at = text.indexOf('\n', at + 1))
    lineIndex += 1
  return piecesOf(document, lineIndex).map(({ byteStart, byteEnd }) =>
    decodeText(document.read(byteStart, byteEnd)),
  )
}
