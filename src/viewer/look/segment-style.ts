import { rgbOf, type TextStyle } from '#log'
import { backgrounds, darkColors, hardestGround, lightColors } from './log-colors.ts'
import { contrast, minContrast, readableColor } from './readable-color.ts'

/** Inline style of a run of text; undefined when it asks for nothing. */
export type SegmentStyle = Readonly<Record<string, string>> | undefined

const styles = new WeakMap<TextStyle, { readonly style: SegmentStyle }>()

/** How a run of text looks. The theme chooses between colours by itself, so that another one repaints no row. */
export function segmentStyle(style: TextStyle): SegmentStyle {
  const kept = styles.get(style)
  if (kept !== undefined) return kept.style
  const made = joined({ ...colorsOf(style), ...shapeOf(style) })
  styles.set(style, { style: made })
  return made
}

/** How a run of text in a match looks: the colours are those of matches. */
export function matchStyle(style: TextStyle): SegmentStyle {
  return joined(shapeOf(style))
}

function joined(css: Record<string, string>): SegmentStyle {
  return Object.keys(css).length === 0 ? undefined : css
}

function shapeOf(style: TextStyle): Record<string, string> {
  const css: Record<string, string> = {}
  if (style.bold) css['fontWeight'] = '700'
  if (style.italic) css['fontStyle'] = 'italic'
  const lines = [style.underline ? 'underline' : '', style.strike ? 'line-through' : ''].filter(Boolean)
  if (lines.length > 0) css['textDecorationLine'] = lines.join(' ')
  return css
}

function colorsOf(style: TextStyle): Record<string, string> {
  const { foreground, background } = style.inverse ? inverted(style) : style
  if (background === 'text') return { backgroundColor: 'var(--log-text)', color: 'var(--log-surface)' }
  const asked = typeof foreground === 'number' ? foreground : null
  if (background !== null) {
    return { backgroundColor: groundOf(background), color: textOn(groundOf(background), asked) }
  }
  if (asked !== null) return { color: textOnTheme(asked) }
  return style.dim ? { color: 'var(--log-muted)' } : {}
}

interface Painted {
  readonly foreground: number | 'surface' | null
  readonly background: number | 'text' | null
}

function inverted(style: TextStyle): Painted {
  return { foreground: style.background ?? 'surface', background: style.foreground ?? 'text' }
}

const lightGround = hardestGround(lightColors)
const darkGround = hardestGround(darkColors)

function textOnTheme(color: number): string {
  const exact = hexOf(color)
  if (exact === null) return `var(--log-color-${color})`
  const onLight = readableColor(exact, lightGround)
  const onDark = readableColor(exact, darkGround)
  return onLight === onDark ? onLight : `light-dark(${onLight}, ${onDark})`
}

function groundOf(color: number): string {
  return hexOf(color) ?? backgrounds[color] ?? '#ffffff'
}

/**
 * Text colour on a ground of the log's own: the one asked for, in whichever theme's shade is readable there, else
 * the shade of it that is. "Black on black" hides text from the reader, and a log must not be able to.
 */
export function textOn(ground: string, foreground: number | null): string {
  const candidates = foreground === null ? ['#000000', '#ffffff'] : shadesOf(foreground)
  const readable = candidates.find((color) => contrast(color, ground) >= minContrast)
  return readable ?? readableColor(candidates[0] ?? '#000000', ground)
}

function shadesOf(color: number): readonly string[] {
  const shades = [lightColors.sixteen[color], darkColors.sixteen[color], hexOf(color)]
  return shades.filter((shade) => typeof shade === 'string')
}

/** An exact colour as `#rrggbb`; null for one of the sixteen. */
function hexOf(color: number): string | null {
  const rgb = rgbOf(color)
  return rgb && `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
