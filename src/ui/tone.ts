/**
 * The five things a state can mean to a reader, whatever system it comes from. Colour is never alone: a tone
 * always comes with an icon and a word.
 * good = done well · bad = failed · busy = going on · idle = waiting or not reached · odd = unclear, look twice
 */
export type Tone = 'good' | 'bad' | 'busy' | 'idle' | 'odd'

/** Text and background of one tone; each pair has a contrast of at least 4.5:1 in its own scheme. */
export interface ToneColours {
  readonly text: string
  readonly surface: string
  /** For bars, dots and icons: at least 3:1 on the page. */
  readonly mark: string
}

export const lightTones: Readonly<Record<Tone, ToneColours>> = {
  good: { text: '#14612f', surface: '#e3f4e8', mark: '#238a47' },
  bad: { text: '#a11616', surface: '#fdebea', mark: '#d13030' },
  busy: { text: '#0b4fa8', surface: '#e4eefc', mark: '#2f73d9' },
  idle: { text: '#4c5563', surface: '#edf0f3', mark: '#7b8696' },
  odd: { text: '#7a4a00', surface: '#fdf0d5', mark: '#b97500' },
}

export const darkTones: Readonly<Record<Tone, ToneColours>> = {
  good: { text: '#86dba1', surface: '#12301c', mark: '#4dbb73' },
  bad: { text: '#ffa9a3', surface: '#401817', mark: '#f2645c' },
  busy: { text: '#9cc6ff', surface: '#132a4a', mark: '#5c9dfa' },
  idle: { text: '#b4bdca', surface: '#262d37', mark: '#8a95a5' },
  odd: { text: '#f4c873', surface: '#3a2a0b', mark: '#dfa032' },
}

/**
 * Style of a bar that is nothing but its colour. Where the system forces its own colours, all grounds would be the same,
 * and the bar gone.
 */
export function toneBar(tone: Tone): {
  readonly backgroundColor: string
  readonly forcedColorAdjust: 'none'
} {
  return { backgroundColor: toneColour(tone, 'mark'), forcedColorAdjust: 'none' }
}

/** The CSS colour of a tone in the scheme shown: `toneColour('bad', 'mark')` → `var(--joblens-palette-…)`. */
export function toneColour(tone: Tone, use: keyof ToneColours): string {
  return `var(--joblens-palette-tone-${tone}-${use})`
}
