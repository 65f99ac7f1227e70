import type { LogDocument } from '../log-document.ts'
import { plainStyle, type TextStyle } from '../text/text-style.ts'
import type { LinePieces } from './line-pieces.ts'
import { breakRows, type LinePiece, type PlayedText, playText, statesOf } from './stand-in-text.ts'

/** A text as it stands at one moment, and the offsets at which its rows begin. */
export interface PlayedState {
  readonly played: PlayedText
  readonly starts: readonly number[]
}

/** Plays the escapes of pieces of lines, remembering those looked at last. */
export interface PiecePlayer {
  /** The piece as it finally stands, in rows of `columns` cells, or one. */
  state(lineIndex: number, pieceIndex: number, columns: number | null): PlayedState
  /** Each state that `\r` wrote over, and the final one. */
  states(lineIndex: number, pieceIndex: number, columns: number | null): readonly PlayedState[]
}

/** As many rows as are asked for at once may be of one piece each. */
const maxKept = 64
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const oneRow: readonly number[] = [0]

export function createPiecePlayer(
  document: LogDocument,
  piecesOf: LinePieces,
  _styleBefore: (lineIndex: number) => TextStyle,
): PiecePlayer {
  const kept = new Map<string, PlayedState>()

  const pieceOf = (lineIndex: number, pieceIndex: number): LinePiece => {
    const pieces = piecesOf(lineIndex)
    return pieces[pieceIndex] ?? pieces.at(-1) ?? { byteStart: 0, byteEnd: 0 }
  }

  const play = (text: string, columns: number | null): PlayedState => {
    const played = playText(text)
    return { played, starts: columns === null ? oneRow : breakRows(played, columns) }
  }

  const textOf = ({ byteStart, byteEnd }: LinePiece): string =>
    lenientUtf8.decode(document.read(byteStart, byteEnd))

  return {
    state(lineIndex, pieceIndex, columns) {
      const piece = pieceOf(lineIndex, pieceIndex)
      const key = `${document.revision} ${piece.byteStart} ${piece.byteEnd} ${columns}`
      const found = kept.get(key)
      if (found !== undefined) return found
      const made = play(textOf(piece), columns)
      kept.set(key, made)
      const [oldest] = kept.keys()
      if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
      return made
    },
    states: (lineIndex, pieceIndex, columns) =>
      statesOf(textOf(pieceOf(lineIndex, pieceIndex))).map((text) => play(text, columns)),
  }
}

export const noStyle = (): TextStyle => plainStyle
