import { rgbOf, type TextColor } from './text-style.ts'

/** What the sixteen look like in xterm; only used to find the nearest. */
const xterm: readonly (readonly [number, number, number])[] = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
]

/** The one of the terminal's sixteen that looks most like a colour. */
export function nearestSixteen(color: TextColor | null): TextColor | null {
  const rgb = color === null ? null : rgbOf(color)
  if (rgb === null) return color
  const [red, green, blue] = rgb
  const distances = xterm.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)
  return distances.indexOf(Math.min(...distances))
}
