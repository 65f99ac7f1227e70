import { expect, test } from 'vitest'
import { matchWidth, rulerPaths } from './ruler-marks.ts'

test('each run of marks as wide is one box, the worst of a place on top', () => {
  const overview = {
    matchCounts: Uint32Array.of(0, 2, 2, 0, 0, 7),
    severityRanks: Uint8Array.of(4, 4, 0, 5, 3, 6),
    severityShares: new Uint8Array(6).fill(255),
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
  const overview = {
    matchCounts: new Uint32Array(3),
    severityRanks: Uint8Array.of(0, 1, 2),
    severityShares: new Uint8Array(3).fill(255),
  }
  const { matches, severities } = rulerPaths({ ...overview, rowCount: 3, markCount: 3 })
  expect([matches, ...Object.values(severities)]).toEqual(['', '', '', ''])
})

test('the more matches among as many rows, the wider; one in every row fills the ruler', () => {
  const widths = [0, 1, 10, 100, 1000, 5000].map((count) => matchWidth(count, 1000))
  expect(widths).toEqual([0, 4, 8, 12, 16, 16])
  expect(matchWidth(1, 1)).toBe(16)
})

test('errors all over the log are as wide as they are dense, and one alone is seen', () => {
  const overview = {
    matchCounts: new Uint32Array(4),
    severityRanks: Uint8Array.of(5, 5, 5, 5),
    // One in thousands that no sample met, one in a hundred, one in twelve, every second line.
    severityShares: Uint8Array.of(0, 3, 21, 128),
  }
  const { severities } = rulerPaths({ ...overview, rowCount: 8000, markCount: 4 })
  expect(severities.error).toBe('M13 0h3v2h-3zM7 2h9v1h-9zM4 3h12v1h-12z')
})

test('errors in one part of a mark leave the warnings beside them in sight', () => {
  const overview = {
    matchCounts: Uint32Array.of(1, 0, 0, 0),
    severityRanks: Uint8Array.of(5, 4, 4, 4),
    severityShares: Uint8Array.of(20, 255, 255, 255),
  }
  const { matches, severities } = rulerPaths({ ...overview, rowCount: 4000, markCount: 1 })
  expect(matches).toBe('M0 0h4v1h-4z')
  expect(severities.error).toBe('M13 0h3v1h-3z')
  expect(severities.warning).toBe('M4 0h12v1h-12z')
})
