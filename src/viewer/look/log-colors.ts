import type { Severity } from '#log'
import { luminance } from './readable-color.ts'

/** Colours of one theme: what text stands on, and text colours that are readable on all of it. */
export interface LogColors {
  readonly surface: string
  /** Behind the lines that the address names. */
  readonly selected: string
  /** Behind text that is selected to be copied. */
  readonly selection: string
  readonly text: string
  readonly muted: string
  readonly link: string
  readonly border: string
  readonly severities: Readonly<Record<Severity, string>>
  /** Matches have a ground and a text colour of their own, whatever colour the log asked for. */
  readonly match: { readonly ground: string; readonly text: string }
  readonly currentMatch: { readonly ground: string; readonly text: string }
  /** The terminal's sixteen as text colours. Not the terminal's own values: those fail on one theme or both. */
  readonly sixteen: readonly string[]
}

export const lightColors: LogColors = {
  surface: '#ffffff',
  selected: '#fff4c2',
  selection: '#dcebff',
  text: '#1f2328',
  muted: '#57606a',
  link: '#0550ae',
  border: '#d9dee5',
  severities: {
    debug: '#57606a',
    info: '#0550ae',
    success: '#116329',
    warning: '#7a4b00',
    error: '#b01e1e',
    fatal: '#9c1b5c',
  },
  match: { ground: '#ffe27a', text: '#1f2328' },
  currentMatch: { ground: '#c2410c', text: '#ffffff' },
  sixteen: [
    ...['#24292f', '#b01e1e', '#116329', '#6b4a00', '#0550ae', '#7a2fb5', '#105c6b', '#57606a'],
    ...['#4b535d', '#b8201a', '#1a6b32', '#7a4b00', '#0a58bd', '#8a35c9', '#0f6674', '#3d444d'],
  ],
}

export const darkColors: LogColors = {
  surface: '#0d1117',
  selected: '#2b2413',
  selection: '#172c4a',
  text: '#e6edf3',
  muted: '#9ea7b3',
  link: '#7ab7ff',
  border: '#323b47',
  severities: {
    debug: '#9ea7b3',
    info: '#7ab7ff',
    success: '#5fd07a',
    warning: '#e0b341',
    error: '#ff8f87',
    fatal: '#ff8ad1',
  },
  match: { ground: '#5c4a00', text: '#ffffff' },
  currentMatch: { ground: '#ffb454', text: '#0d1117' },
  sixteen: [
    ...['#9ea7b3', '#ff8f87', '#5fd07a', '#e0b341', '#7ab7ff', '#d2a8ff', '#56d4dd', '#c9d1d9'],
    ...['#a7b0bb', '#ffa198', '#7ee787', '#f2cc60', '#a5d6ff', '#e2c5ff', '#8ae6ee', '#ffffff'],
  ],
}

/** The sixteen as backgrounds: the same in both themes, since text on them is chosen to fit them. */
export const backgrounds: readonly string[] = [
  ...['#24292f', '#b3261e', '#1a7f37', '#d4a72c', '#0969da', '#8250df', '#1b7c83', '#d0d7de'],
  ...['#57606a', '#ff8182', '#4ac26b', '#eac54f', '#54aeff', '#c297ff', '#76e3ea', '#ffffff'],
]

/** What text of a theme may stand on. */
export function groundsOf({ surface, selected, selection }: LogColors): readonly string[] {
  return [surface, selected, selection]
}

/** The ground of the theme on which its text colours have the least contrast. */
export function hardestGround(colors: LogColors): string {
  const isLight = luminance(colors.surface) > 0.5
  const worse = (one: string, other: string): string =>
    luminance(one) < luminance(other) === isLight ? one : other
  return groundsOf(colors).reduce(worse)
}
