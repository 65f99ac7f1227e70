import { expect, test } from 'vitest'
import {
  backgrounds,
  contrast,
  darkColors,
  lightColors,
  minContrast,
  segmentStyle,
  textOn,
} from './log-colors.ts'

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

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test.each([
  ['light', lightColors],
  ['dark', darkColors],
])('every text colour is readable in the %s theme, on selected lines too', (_, colors) => {
  expect(colors.sixteen).toHaveLength(16)
  for (const text of [...colors.sixteen, colors.text, colors.muted, colors.link]) {
    expect([text, contrast(text, colors.surface) >= minContrast]).toEqual([text, true])
    expect([text, contrast(text, colors.selected) >= minContrast]).toEqual([text, true])
  }
})

test('every text colour on every background is readable, the same colour on itself too', () => {
  for (const [background, ground] of backgrounds.entries()) {
    for (const foreground of [null, ...backgrounds.keys()]) {
      expect(contrast(textOn(background, foreground), ground)).toBeGreaterThanOrEqual(minContrast)
    }
  }
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
})
