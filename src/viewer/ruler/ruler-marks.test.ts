import { expect, test } from 'vitest'
import { rulerPaths } from './ruler-marks.ts'

test('each run of marks is one box, on its own side, the worst of a bucket only', () => {
  const { matches, severities } = rulerPaths({
    matchCounts: Uint32Array.of(0, 2, 1, 0, 0, 7),
    severityRanks: Uint8Array.of(4, 4, 0, 5, 3, 6),
  })
  expect(matches).toBe('M0 1h1v2h-1zM0 5h1v1h-1z')
  expect(severities).toEqual({ warning: 'M1 0h1v2h-1z', error: 'M1 3h1v1h-1z', fatal: 'M1 5h1v1h-1z' })
})

test('nothing marked draws nothing', () => {
  const { matches, severities } = rulerPaths({
    matchCounts: new Uint32Array(3),
    severityRanks: Uint8Array.of(0, 1, 2),
  })
  expect([matches, ...Object.values(severities)]).toEqual(['', '', '', ''])
})
