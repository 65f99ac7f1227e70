import { expect, test } from 'vitest'
import { executionIds } from './execution-ids.ts'

test.each([
  ['/biz/2/job-instances/20000000001', 'Release 20000', '20000000001'],
  ['/biz/2/job-instances/20000000001', 'Release · Job instance 20000000001', ''],
  ['/biz_set/9/job-instances/20000000001/steps/20000000102', 'Release', '20000000001 / 20000000102'],
  ['/node-man/jobs/1103', 'Install Agent', '1103'],
  ['/node-man/jobs/1103', 'Install Agent · 1103', ''],
  ['/links', '', ''],
])('%s, called "%s": %s', (to, title, ids) => {
  expect(executionIds({ to, title })).toBe(ids)
})
