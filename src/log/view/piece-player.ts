import type { LogDocument } from '../log-document.ts'
import { breakRows } from '../text/break-rows.ts'
import { decodeText } from '../text/decode-text.ts'
import type { LinePiece } from '../text/line-pieces.ts'
import { playText } from '../text/play-text.ts'
import type { PlayedText } from '../text/played-text.ts'
import { playStates } from '../text/states-of.ts'
import type { StyleIndex } from '../text/style-index.ts'
import type { TextStyle } from '../text/text-style.ts'
import type { LinePieces } from './line-pieces.ts'

/** A text as it stands at one moment, and the offsets at which its rows begin. */
export interface PlayedState {
  readonly played: PlayedText
  readonly starts: readonly number[]
}

/** Plays the pieces of lines, remembering those looked at last: many rows may be of one piece. */
export interface PiecePlayer {
  /** The piece as it finally stands, in rows of `columns` cells, or one. */
  state(lineIndex: number, pieceIndex: number, columns: number | null): PlayedState
  /** Each state that `\r` wrote over, and the final one. */
  states(lineIndex: number, pieceIndex: number, columns: number | null): readonly PlayedState[]
}

interface KeptPiece {
  readonly byteEnd: number
  readonly revision: number
  readonly isExpanded: boolean
  readonly style: TextStyle
  readonly states: readonly PlayedState[]
}

const maxKept = 64
const oneRow: readonly number[] = [0]
const nothing: PlayedState = { played: playText(''), starts: oneRow }

export function createPiecePlayer(
  document: LogDocument,
  piecesOf: LinePieces,
  styles: Pick<StyleIndex, 'at'>,
): PiecePlayer {
  /** By the first byte of the piece. */
  const kept = new Map<number, KeptPiece>()

  const pieceOf = (lineIndex: number, pieceIndex: number): LinePiece => {
    const pieces = piecesOf(lineIndex)
    return pieces[pieceIndex] ?? pieces.at(-1) ?? { byteStart: 0, byteEnd: 0 }
  }

  const play = (
    { byteStart, byteEnd }: LinePiece,
    style: TextStyle,
    columns: number | null,
    isExpanded: boolean,
  ): readonly PlayedState[] => {
    const text = decodeText(document.read(byteStart, byteEnd))
    const states = isExpanded ? playStates(text, style) : [playText(text, style)]
    return states.map((played) => ({
      played,
      starts: columns === null ? oneRow : breakRows(played, columns),
    }))
  }

  const look = (lineIndex: number, pieceIndex: number, columns: number | null, isExpanded: boolean) => {
    const piece = pieceOf(lineIndex, pieceIndex)
    const { byteStart, byteEnd } = piece
    const { revision } = document
    const style = styles.at(byteStart)
    const found = kept.get(byteStart)
    const isKnown = found?.byteEnd === byteEnd && found.revision === revision
    if (isKnown && found.isExpanded === isExpanded && found.style === style) return found.states
    const states = play(piece, style, columns, isExpanded)
    if (kept.size >= maxKept) kept.clear()
    kept.set(byteStart, { byteEnd, revision, isExpanded, style, states })
    return states
  }

  return {
    state: (lineIndex, pieceIndex, columns) => look(lineIndex, pieceIndex, columns, false)[0] ?? nothing,
    states: (lineIndex, pieceIndex, columns) => look(lineIndex, pieceIndex, columns, true),
  }
}
