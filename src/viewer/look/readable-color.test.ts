import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, minContrast, readableColor } from './readable-color.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('every colour becomes readable on every ground, and stays what it is where it already was', () => {
  fc.assert(
    fc.property(color, color, (asked, ground) => {
      const shown = readableColor(asked, ground)
      expect(shown).toMatch(/^#[0-9a-f]{6}$/)
      expect(contrast(shown, ground)).toBeGreaterThanOrEqual(minContrast)
      if (contrast(asked, ground) >= minContrast) expect(shown).toBe(asked)
    }),
    { numRuns: 2000 },
  )
})

test('a colour keeps its hue, as far as its channels can tell one', () => {
  fc.assert(
    fc.property(color, color, (asked, ground) => {
      const shown = readableColor(asked, ground)
      // Rounding to 255 steps moves the hue of what is nearly grey, and black and white have none.
      fc.pre(chroma(asked) > 40 && chroma(shown) > 40)
      const turn = Math.abs(hue(asked) - hue(shown))
      expect(Math.min(turn, 360 - turn)).toBeLessThan(3)
    }),
    { numRuns: 2000 },
  )
})

test('no nearer shade would do', () => {
  const shown = readableColor('#ff0000', '#ffffff')
  expect(contrast(shown, '#ffffff')).toBeLessThan(minContrast + 0.1)
  expect(readableColor('#ffff00', '#ffffff')).toMatch(/^#([0-9a-f]{2})\1[0-9a-f]{2}$/)
})

test('more than a ground allows is answered with the best there is', () => {
  expect(readableColor('#777777', '#777777', 21)).toBe('#000000')
})

function rgb(of: string): readonly [number, number, number] {
  const at = (index: number): number => Number.parseInt(of.slice(index, index + 2), 16)
  return [at(1), at(3), at(5)]
}

function chroma(of: string): number {
  return Math.max(...rgb(of)) - Math.min(...rgb(of))
}

/** In degrees. */
function hue(of: string): number {
  const [red, green, blue] = rgb(of)
  const max = Math.max(red, green, blue)
  const size = chroma(of)
  if (max === red) return (((60 * (green - blue)) / size) % 360) + (green < blue ? 360 : 0)
  return max === green ? (60 * (blue - red)) / size + 120 : (60 * (red - green)) / size + 240
}
