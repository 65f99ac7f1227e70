import { combining, invisible, jamo, variation } from './character-classes.ts'
import { asciiEnd, createClusterReader } from './clusters.ts'
import { readEscapeSequence } from './escape-sequence.ts'
import { createLineGrid, type Pen } from './line-grid.ts'
import { overstrikeAt, struckStyle } from './overstrike.ts'
import type { PlayedText } from './played-text.ts'
import { findStates } from './return-states.ts'
import { applySgr } from './sgr.ts'
import { linksOf } from './text-links.ts'
import type { TextStyle } from './text-style.ts'

const backspace = 8
const carriageReturn = 13
const escapeCode = 27

/** Plays a text in which something is written over, or moved. */
export function playOnGrid(text: string, startStyle: TextStyle): PlayedText {
  const grid = createLineGrid()
  const clusters = createClusterReader(text)
  let pen: Pen = { style: startStyle, address: '' }
  let position = 0
  /** How the character put last looks, and its columns; none when something else was done since. */
  let lastStyle = startStyle
  let lastCells = 0

  const control = (final: string, parameters: string): void => {
    const count = Number.parseInt(parameters, 10) || 0
    if (final === 'm') pen = { style: applySgr(pen.style, parameters), address: pen.address }
    else if (final === 'C') grid.moveBy(Math.max(1, count))
    else if (final === 'D') grid.moveBy(-Math.max(1, count))
    else if (final === 'G') grid.moveTo(count - 1)
    else if (final === 'K') grid.erase(count)
    // The rest of the screen is the rest of this line; what else of a screen is erased stays in a log.
    else if (final === 'J' && count === 0) grid.erase(0)
  }

  const show = (): void => {
    const runEnd = asciiEnd(text, position, text.length)
    if (runEnd > position) {
      grid.putAscii(text, position, runEnd, pen)
      lastCells = 1
    } else showCluster()
    lastStyle = pen.style
    position = Math.max(runEnd, position)
  }

  const showCluster = (): void => {
    clusters.read(position)
    const cluster = text.slice(position, clusters.end)
    const isPut = clusters.kind !== 'tab' && !takesNoColumn(clusters.first)
    if (isPut) grid.put(cluster, clusters.cells, pen)
    else if (clusters.kind === 'tab') grid.tab(pen)
    else grid.attach(cluster, pen)
    lastCells = isPut ? clusters.cells : 0
    position = clusters.end
  }

  /** Strikes the character put last once more; false when the backspace here only goes back. */
  const strike = (): boolean => {
    const by = lastCells === 0 ? null : overstrikeAt(text, position)
    if (by === null) return false
    clusters.read(position + 1)
    grid.moveBy(-lastCells)
    lastCells = clusters.cells
    lastStyle = struckStyle(lastStyle, by)
    grid.put(text.slice(position + 1, clusters.end), lastCells, { ...pen, style: lastStyle })
    position = clusters.end
    return true
  }

  while (position < text.length) {
    const code = text.charCodeAt(position)
    const sequence = code === escapeCode ? readEscapeSequence(text, position) : null
    if (sequence !== null) {
      if (sequence.control !== null) control(sequence.control.final, sequence.control.parameters)
      else if (sequence.address !== null) pen = { style: pen.style, address: sequence.address }
      lastCells = 0
      position = sequence.end
    } else if (code === carriageReturn) {
      grid.moveTo(0)
      lastCells = 0
      position += 1
    } else if (code === backspace) {
      if (strike()) continue
      grid.moveBy(-1)
      lastCells = 0
      position += 1
    } else show()
  }

  const { text: shown, runs, ranges } = grid.finish()
  const links = linksOf(shown, ranges)
  const overwrittenCount = /[\b\r]/.test(text) ? findStates(text).length - 1 : 0
  return { text: shown, runs, links, endStyle: pen.style, overwrittenCount }
}

function takesNoColumn(first: number): boolean {
  return first === combining || first === variation || first === invisible || first === jamo
}
