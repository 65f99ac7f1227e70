/** WCAG 2.2 AA for text of this size. */
export const minContrast = 4.5

/** Beyond this many (a gradient has one per character) the known ones are forgotten. */
const knownColors = 4096
const known = new Map<string, string>()

/**
 * The colour nearest to the one asked for that can be read on `ground`: the same hue, lighter or darker. Both are
 * `#rrggbb`. Every ground has such a colour for a contrast of up to 4.58; beyond that it is the best there is.
 */
export function readableColor(color: string, ground: string, contrastWanted: number = minContrast): string {
  const key = `${color}${ground}${contrastWanted}`
  const kept = known.get(key)
  if (kept !== undefined) return kept
  if (known.size >= knownColors) known.clear()
  const found = findReadable(color, ground, contrastWanted)
  known.set(key, found)
  return found
}

function findReadable(color: string, ground: string, wanted: number): string {
  if (contrast(color, ground) >= wanted) return color
  const shade = shadesOf(color)
  let passing: number = extreme(color, ground, wanted)
  let failing = lightnessOf(channels(color))
  // Contrast grows with every step away from the ground, so halving finds the nearest shade; the steps of a
  // channel are 1/255, which ten halvings are finer than.
  for (let step = 0; step < 10; step += 1) {
    const middle = (passing + failing) / 2
    if (contrast(shade(middle), ground) >= wanted) passing = middle
    else failing = middle
  }
  return shade(passing)
}

/** 0 or 1: the end of the lightness to go to. On the side the colour is on already, when that goes far enough. */
function extreme(color: string, ground: string, wanted: number): 0 | 1 {
  const onBlack = contrast('#000000', ground)
  const onWhite = contrast('#ffffff', ground)
  const isLighter = luminance(color) >= luminance(ground)
  if (isLighter ? onWhite >= wanted : onBlack >= wanted) return isLighter ? 1 : 0
  return onWhite > onBlack ? 1 : 0
}

/** The shades of a colour by lightness (HSL), 0 black to 1 white: no channel ever falls while it grows. */
function shadesOf(color: string): (lightness: number) => string {
  const rgb = channels(color)
  const max = Math.max(...rgb)
  const min = Math.min(...rgb)
  const lightness = lightnessOf(rgb)
  const chroma = max - min
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * lightness - 1))
  const parts = rgb.map((channel) => (chroma === 0 ? 0 : (channel - min) / chroma))
  return (wanted) => {
    const wide = saturation * (1 - Math.abs(2 * wanted - 1))
    return hexOf(parts.map((part) => wanted - wide / 2 + part * wide))
  }
}

function lightnessOf(rgb: readonly number[]): number {
  return (Math.max(...rgb) + Math.min(...rgb)) / 2
}

/** WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG relative luminance, 0 to 1. */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Red, green and blue, 0 to 1. */
function channels(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
}

function hexOf(rgb: readonly number[]): string {
  return `#${rgb
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
