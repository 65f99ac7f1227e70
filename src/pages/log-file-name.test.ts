import { expect, test } from 'vitest'
import { logFileName } from './log-file-name.ts'

test('a log is named after its execution, host and part', () => {
  expect(logFileName('20000000001', '20000000102', '10.0.0.1')).toBe('20000000001-20000000102-10.0.0.1.log')
  expect(logFileName(undefined, '7', 'fe80::1', '安装 step/2')).toBe('7-fe80_1-安装_step_2.log')
  expect(logFileName('x'.repeat(500))).toHaveLength(184)
})
