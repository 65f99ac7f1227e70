import { expect, test } from 'vitest'
import { ownPathOf } from './own-path.ts'

test.each([
  ['https://job.bk/api_execute/20000000001', '2', '/2/execute/step/20000000001'],
  ['https://job.bk/api_execute/20000000001', null, '/api_execute/20000000001'],
  ['https://job.bk/7/execute/step/20000000001', '2', '/7/execute/step/20000000001'],
  ['https://nodeman.bk/#/task-list/detail/1106', '2', '/node-man/jobs/1106'],
  [
    'https://nodeman.bk/#/task-list/7/log/host|instance|host|1',
    null,
    '/node-man/jobs/7/instances/host%7Cinstance%7Chost%7C1',
  ],
  ['https://elsewhere.example/execute/all', '2', null],
])('%s of a host in business %s is %s', (href, business, path) => {
  expect(ownPathOf(href, business)).toBe(path)
})
