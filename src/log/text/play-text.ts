import { readEscapeSequence } from './escape-sequence.ts'
import { playOnGrid } from './play-on-grid.ts'
import type { PlayedText, StyleRun } from './played-text.ts'
import { applySgr } from './sgr.ts'
import { addRun } from './style-runs.ts'
import { type LinkedRange, linksOf } from './text-links.ts'
import { plainStyle, type TextStyle } from './text-style.ts'

/**
 * Plays a line (or a piece of one) like a terminal and answers what stands there in the end. Total (any string)
 * and linear in its length. Most lines have nothing to play, and most others only colours: both cost no cells.
 */
export function playText(text: string, startStyle: TextStyle = plainStyle): PlayedText {
  const kept = text.endsWith('\r') ? withoutLastReturns(text) : text
  if (kept.includes('\r') || kept.includes('\b')) return playOnGrid(kept, startStyle)
  if (kept.includes('\u001b')) return playColors(kept, startStyle) ?? playOnGrid(kept, startStyle)
  const runs = kept === '' ? [] : [{ end: kept.length, style: startStyle }]
  return { text: kept, runs, links: linksOf(kept), endStyle: startStyle, overwrittenCount: 0 }
}

/** A return that nothing follows writes over nothing (`\r\r\n` is how some systems end every line). */
function withoutLastReturns(text: string): string {
  let end = text.length
  while (text.charCodeAt(end - 1) === 13) end -= 1
  return text.slice(0, end)
}

/** Plays a text whose sequences never move back; null when one does. */
function playColors(text: string, startStyle: TextStyle): PlayedText | null {
  const runs: StyleRun[] = []
  const ranges: LinkedRange[] = []
  let shown = ''
  let style = startStyle
  let address = ''
  let addressStart = 0
  let position = 0

  const show = (end: number): void => {
    if (end > position) shown += text.slice(position, end)
    position = end
  }
  const setStyle = (next: TextStyle): void => {
    if (next !== style) addRun(runs, shown.length, style)
    style = next
  }
  const setAddress = (next: string): void => {
    if (address !== '' && shown.length > addressStart)
      ranges.push({ start: addressStart, end: shown.length, address })
    address = next
    addressStart = shown.length
  }

  for (let found = text.indexOf('\u001b'); found !== -1; found = text.indexOf('\u001b', position)) {
    show(found)
    const sequence = readEscapeSequence(text, found)
    if (sequence === null) show(found + 1)
    else {
      const { control, end } = sequence
      if (control?.final === 'm') setStyle(applySgr(style, control.parameters))
      else if (control !== null && moves(control.final, control.parameters)) return null
      else if (sequence.address !== null) setAddress(sequence.address)
      position = end
    }
  }
  show(text.length)
  setAddress('')
  addRun(runs, shown.length, style)
  return { text: shown, runs, links: linksOf(shown, ranges), endStyle: style, overwrittenCount: 0 }
}

/** "Erase to the end of the line" at its end, which many programs print after every line, does nothing. */
function moves(final: string, parameters: string): boolean {
  if (final === 'K' || final === 'J') return parameters !== '' && parameters !== '0'
  return final === 'C' || final === 'D' || final === 'G'
}
