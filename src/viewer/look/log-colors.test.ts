import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { darkColors, groundsOf, hardestGround, type LogColors, lightColors } from './log-colors.ts'
import { contrast, minContrast } from './readable-color.ts'

const themes = [
  ['light', lightColors, '.log-viewer'],
  ['dark', darkColors, '[data-theme="dark"] .log-viewer'],
] as const

test.each(themes)('every text colour is readable in the %s theme, on selected lines too', (_, colors) => {
  expect(colors.sixteen).toHaveLength(16)
  const texts = [
    ...colors.sixteen,
    ...Object.values(colors.severities),
    colors.text,
    colors.muted,
    colors.link,
  ]
  for (const ground of groundsOf(colors))
    for (const text of texts)
      expect([text, ground, contrast(text, ground) >= minContrast]).toEqual([text, ground, true])
})

test.each(themes)('no ground of the %s theme is harder than the hardest', (_, colors) => {
  for (const text of [...colors.sixteen, colors.text]) {
    const contrasts = groundsOf(colors).map((ground) => contrast(text, ground))
    expect(contrast(text, hardestGround(colors))).toBe(Math.min(...contrasts))
  }
})

test.each(themes)('matches are readable in the %s theme, and seen among each other', (_, colors) => {
  const { match, currentMatch } = colors
  expect(contrast(match.text, match.ground)).toBeGreaterThanOrEqual(minContrast)
  expect(contrast(currentMatch.text, currentMatch.ground)).toBeGreaterThanOrEqual(minContrast)
  expect(contrast(match.ground, currentMatch.ground)).toBeGreaterThanOrEqual(3)
})

test.each(themes)('the style sheet has the colours of the %s theme', (_, colors, selector) => {
  const css = readFileSync(join(import.meta.dirname, 'log-viewer.css'), 'utf8')
  const start = css.indexOf(`\n${selector} {`)
  const rule = css.slice(start, css.indexOf('}', start))
  const written = Object.fromEntries(
    [...rule.matchAll(/(--log-[a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
  expect(written).toEqual(variablesOf(colors))
})

function variablesOf(colors: LogColors): Record<string, string> {
  const { surface, selected, selection, text, muted, link, border, match, currentMatch } = colors
  const plain = Object.entries({ surface, selected, selection, text, muted, link, border })
  const severities = Object.entries(colors.severities)
  const sixteen = colors.sixteen.map((value, index) => [`color-${index}`, value] as const)
  const matches = [
    ['match', match.ground],
    ['match-text', match.text],
    ['current', currentMatch.ground],
    ['current-text', currentMatch.text],
  ] as const
  const all = [...plain, ...severities, ...sixteen, ...matches]
  return Object.fromEntries(all.map(([name, value]) => [`--log-${name}`, value]))
}
