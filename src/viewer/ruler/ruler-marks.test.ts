import { expect, test } from 'vitest'
import { matchWidth, rulerPaths } from './ruler-marks.ts'

test('each run of marks as wide is one box, the worst of a place on top', () => {
  const overview = {
    matchCounts: Uint32Array.of(0, 2, 2, 0, 0, 7),
    severityRanks: Uint8Array.of(4, 4, 0, 5, 3, 6),
  }
  const { matches, severities } = rulerPaths({ ...overview, rowCount: 6, markCount: 6 })
  expect(matches).toBe('M0 1h16v2h-16zM0 5h16v1h-16z')
  expect(severities).toEqual({
    warning: 'M4 0h12v2h-12z',
    error: 'M4 3h12v1h-12z',
    fatal: 'M4 5h12v1h-12z',
  })
})

test('nothing marked draws nothing', () => {
  const overview = { matchCounts: new Uint32Array(3), severityRanks: Uint8Array.of(0, 1, 2) }
  const { matches, severities } = rulerPaths({ ...overview, rowCount: 3, markCount: 3 })
  expect([matches, ...Object.values(severities)]).toEqual(['', '', '', ''])
})

test('the more matches among as many rows, the wider; one in every row fills the ruler', () => {
  const widths = [0, 1, 10, 100, 1000, 5000].map((count) => matchWidth(count, 1000))
  expect(widths).toEqual([0, 4, 8, 12, 16, 16])
  expect(matchWidth(1, 1)).toBe(16)
})

test('errors in one part of a mark are narrower than in all, and leave the warnings beside them in sight', () => {
  const overview = {
    matchCounts: Uint32Array.of(1, 0, 0, 0, 0, 0, 0, 0),
    severityRanks: Uint8Array.of(5, 4, 4, 4, 5, 5, 5, 5),
  }
  const { matches, severities } = rulerPaths({ ...overview, rowCount: 8000, markCount: 2 })
  expect(matches).toBe('M0 0h4v1h-4z')
  expect(severities.error).toBe('M10 0h6v1h-6zM4 1h12v1h-12z')
  expect(severities.warning).toBe('M4 0h12v1h-12z')
})
