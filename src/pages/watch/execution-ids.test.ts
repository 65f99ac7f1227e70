import { expect, test } from 'vitest'
import { executionIds } from './execution-ids.ts'

test.each([
  ['/biz/2/job-instances/20000000001', '20000000001'],
  ['/biz_set/9/job-instances/20000000001/steps/20000000102', '20000000001 / 20000000102'],
  ['/node-man/jobs/1103', '1103'],
  ['/links', ''],
])('%s: %s', (path, ids) => {
  expect(executionIds(path)).toBe(ids)
})
