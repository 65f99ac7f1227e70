import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backgrounds, darkColors, groundsOf, type LogColors, lightColors } from './log-colors.ts'
import { contrast, minContrast } from './readable-color.ts'
import { matchStyle, segmentStyle, textOn } from './segment-style.ts'

const plain = {
  foreground: null,
  background: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  strike: false,
}

const exact = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => 0x1000000 + rgb)
const anyColor = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 15 }), exact)
const anyStyle = fc.record({
  foreground: anyColor,
  background: anyColor,
  bold: fc.boolean(),
  dim: fc.boolean(),
  italic: fc.boolean(),
  underline: fc.boolean(),
  inverse: fc.boolean(),
  strike: fc.boolean(),
})

/** What a colour value of an inline style is in a theme. */
function inTheme(value: string, colors: LogColors): string {
  const chosen = /^light-dark\((.*), (.*)\)$/.exec(value)
  if (chosen !== null) return (colors === lightColors ? chosen[1] : chosen[2]) ?? ''
  const variable = /^var\(--log-(?:color-(\d+)|(\w+))\)$/.exec(value)
  if (variable?.[1] !== undefined) return colors.sixteen[Number(variable[1])] ?? ''
  const named = { text: colors.text, surface: colors.surface, muted: colors.muted }
  return variable === null ? value : named[variable[2] as keyof typeof named]
}

test.each([
  ['light', lightColors],
  ['dark', darkColors],
])('whatever a log asks for is readable in the %s theme, on every ground', (_, colors) => {
  fc.assert(
    fc.property(anyStyle, (style) => {
      const css = segmentStyle(style) ?? {}
      const text = inTheme(css['color'] ?? 'var(--log-text)', colors)
      const own = css['backgroundColor']
      for (const ground of own === undefined ? groundsOf(colors) : [inTheme(own, colors)])
        expect(contrast(text, ground)).toBeGreaterThanOrEqual(minContrast)
    }),
    { numRuns: 3000 },
  )
})

test('every text colour on every background is readable, the same colour on itself too', () => {
  for (const ground of backgrounds) {
    for (const foreground of [null, ...backgrounds.keys()]) {
      expect(contrast(textOn(ground, foreground), ground)).toBeGreaterThanOrEqual(minContrast)
    }
  }
})

test('an exact colour that is readable is shown exactly', () => {
  expect(segmentStyle({ ...plain, background: 0x1102030, foreground: 0x1f0e0d0 })).toEqual({
    backgroundColor: '#102030',
    color: '#f0e0d0',
  })
  expect(segmentStyle({ ...plain, foreground: 0x1ffd700 })?.['color']).toMatch(
    /^light-dark\(#[0-9a-f]{6}, #ffd700\)$/,
  )
})

test('inverse swaps, also the default colours', () => {
  expect(segmentStyle({ ...plain, inverse: true })).toEqual({
    color: 'var(--log-surface)',
    backgroundColor: 'var(--log-text)',
  })
  expect(segmentStyle({ ...plain, inverse: true, foreground: 1 })?.['backgroundColor']).toBe(backgrounds[1])
})

test('plain text has no style at all', () => {
  expect(segmentStyle(plain)).toBeUndefined()
  expect(matchStyle(plain)).toBeUndefined()
})

test('a match keeps the shape of the text and leaves its colours', () => {
  const style = { ...plain, foreground: 1, background: 3, bold: true, underline: true, strike: true }
  expect(matchStyle(style)).toEqual({ fontWeight: '700', textDecorationLine: 'underline line-through' })
})
