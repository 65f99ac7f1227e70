import { expect, test } from 'vitest'
import { chineseLines, programLines, shellLines, systemLines } from './severity-lines.fixture.ts'
import { severityOf } from './severity-of.ts'

const lines = [...systemLines, ...shellLines, ...programLines, ...chineseLines]

test.each(lines)('%s', (line, severity) => {
  expect(severityOf(line)).toBe(severity)
})
