import { expect, test } from 'vitest'
import { jobInstanceQuery, nodeManInstanceQuery, stepQuery } from './carried-query.ts'

/** Every parameter of the log, see docs/links.md. */
const ofLog = 'line=3-5&anchor=1a2b3&find=50+%25&find-as=cw&only=1&others=1&around=3&least=error'

test.each<[string, (query: URLSearchParams) => string, string]>([
  ['a step', stepQuery, `executeCount=2&batch=1&host=7&hosts=7%2C8&filter=10.0.0&${ofLog}`],
  ['a host of a node-man job', nodeManInstanceQuery, `step=4&task=9&${ofLog}`],
  ['a job instance', jobInstanceQuery, 'step=4'],
])('what a link to %s says of our page goes along, and nothing else', (_name, carried, query) => {
  const other = 'from=1&bk_token=very-secret&page=2'
  expect(new URLSearchParams(carried(new URLSearchParams(`${other}&${query}`)))).toEqual(
    new URLSearchParams(query),
  )
  expect(carried(new URLSearchParams(other))).toBe('')
})
