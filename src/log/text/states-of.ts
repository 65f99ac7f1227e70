import { playText } from './play-text.ts'
import type { PlayedText } from './played-text.ts'
import { findStates } from './return-states.ts'
import { plainStyle, type TextStyle } from './text-style.ts'

/**
 * The states that a line with `\r` or backspaces went through, in order, to expand its history. Each earlier one is what was
 * written between two of them; the last is the line as it stands, `playText` of the whole. So there is always one
 * more than `overwrittenCount`. Linear in the length of the text, since a state holds only what was written anew.
 */
export function playStates(text: string, startStyle: TextStyle = plainStyle): readonly PlayedText[] {
  const earlier = findStates(text).slice(0, -1)
  let style = startStyle
  const played = earlier.map(({ start, end }) => {
    const state = playText(text.slice(start, end), style)
    style = state.endStyle
    return state
  })
  return [...played, playText(text, startStyle)]
}

/** The shown texts of `playStates`. */
export function statesOf(text: string): readonly string[] {
  return playStates(text).map((state) => state.text)
}
