import type { TextStyle } from '#log'

/** Colours of one theme: what text stands on, and text colours that are readable on all of it. */
export interface LogColors {
  readonly surface: string
  readonly selected: string
  readonly text: string
  readonly muted: string
  readonly link: string
  readonly border: string
  /** The terminal's sixteen as text colours. Not the terminal's own values: those fail on one theme or both. */
  readonly sixteen: readonly string[]
}

export const lightColors: LogColors = {
  surface: '#ffffff',
  selected: '#fff4c2',
  text: '#1f2328',
  muted: '#57606a',
  link: '#0550ae',
  border: '#d9dee5',
  sixteen: [
    ...['#24292f', '#b01e1e', '#116329', '#6b4a00', '#0550ae', '#7a2fb5', '#105c6b', '#57606a'],
    ...['#4b535d', '#b8201a', '#1a6b32', '#7a4b00', '#0a58bd', '#8a35c9', '#0f6674', '#3d444d'],
  ],
}

export const darkColors: LogColors = {
  surface: '#0d1117',
  selected: '#2b2413',
  text: '#e6edf3',
  muted: '#9ea7b3',
  link: '#7ab7ff',
  border: '#323b47',
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

/** WCAG 2.2 AA for text of this size. */
export const minContrast = 4.5

/** Inline style of a run of text. Theme colours come from variables, so that a theme change repaints nothing. */
export function segmentStyle(style: TextStyle): Record<string, string> | undefined {
  const { foreground, background } = style.inverse ? inverted(style) : style
  const css: Record<string, string> = {}
  if (typeof background === 'number') {
    css['backgroundColor'] = backgrounds[background] ?? 'transparent'
    css['color'] = textOn(background, typeof foreground === 'number' ? foreground : null)
  } else {
    if (background === 'text') css['backgroundColor'] = 'var(--log-text)'
    if (background === 'text') css['color'] = 'var(--log-surface)'
    else if (typeof foreground === 'number') css['color'] = `var(--log-color-${foreground})`
    else if (style.dim) css['color'] = 'var(--log-muted)'
  }
  if (style.bold) css['fontWeight'] = '700'
  if (style.italic) css['fontStyle'] = 'italic'
  const lines = [style.underline ? 'underline' : '', style.strike ? 'line-through' : ''].filter(Boolean)
  if (lines.length > 0) css['textDecorationLine'] = lines.join(' ')
  return Object.keys(css).length === 0 ? undefined : css
}

interface Painted {
  readonly foreground: number | 'surface' | null
  readonly background: number | 'text' | null
}

function inverted(style: TextStyle): Painted {
  return { foreground: style.background ?? 'surface', background: style.foreground ?? 'text' }
}

/**
 * Text colour on one of the backgrounds: the one asked for, in whichever theme's shade is readable there, else
 * black or white. "Black on black" hides text from the reader, and a log must not be able to.
 */
export function textOn(background: number, foreground: number | null): string {
  const ground = backgrounds[background] ?? '#ffffff'
  const asked = foreground === null ? [] : [lightColors.sixteen[foreground], darkColors.sixteen[foreground]]
  const candidates = [...asked, '#000000', '#ffffff'].filter((color) => color !== undefined)
  return candidates.find((color) => contrast(color, ground) >= minContrast) ?? '#000000'
}

/** WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
