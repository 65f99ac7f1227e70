import { expect, test } from 'vitest'
import { buildLink } from './build-link.ts'
import { linkExamples } from './link-examples.fixture.ts'
import { fieldNames, fieldsOf, type LinkValues, linkKinds, noValues } from './link-kinds.ts'

const step: LinkValues = {
  ...noValues,
  scopeType: 'biz',
  scopeId: '2',
  jobInstanceId: '7',
  stepInstanceId: '8',
}
const stepWith = (values: Partial<LinkValues>) => buildLink('step-instance', { ...step, ...values })

test.each(linkExamples)('$link', ({ kind, values, link }) => {
  expect(buildLink(kind, { ...noValues, ...values })).toEqual({ address: link })
})

test.each([
  [{ host: '10.0.0.1' }, 'host=0%3A10.0.0.1'],
  [{ host: ' fe80::1 ' }, 'host=0%3Afe80%3A%3A1'],
  [{ lines: 'L9' }, 'line=9'],
  [{ lines: '40 – 12' }, 'line=12-40'],
  [{ lines: '5-5' }, 'line=5'],
  [{ attempt: '1' }, 'executeCount=0'],
  [{ findAs: 'r' }, ''],
])('what people write: %j', (values, query) => {
  const path = '/biz/2/job-instances/7/steps/8'
  expect(stepWith(values)).toEqual({ address: query === '' ? path : `${path}?${query}` })
})

test.each([
  [{ jobInstanceId: '9223372036854775808' }, { jobInstanceId: 'id' }],
  [{ scopeId: '02' }, { scopeId: 'id' }],
  [{ host: 'web-1' }, { host: 'host' }],
  [{ lines: '0' }, { lines: 'lines' }],
  [{ attempt: '0' }, { attempt: 'number' }],
  [{ find: 'x'.repeat(3000) }, { find: 'tooLong' }],
] as const)('what no link can say has words: %j', (values, complaints) => {
  expect(stepWith(values)).toMatchObject({ missing: [], complaints })
})

test('what is needed is named; what the chosen kind has no field for does not matter', () => {
  expect(buildLink('step-instance', noValues)).toEqual({
    draft: '/api_execute_step/{jobInstanceId}/{stepInstanceId}',
    missing: ['jobInstanceId', 'stepInstanceId'],
    complaints: {},
  })
  expect(buildLink('node-man-jobs', { ...step, host: 'nonsense' })).toEqual({ address: '/node-man/jobs' })
})

test('a link that is not finished shows what it will be, with what is wrong left open', () => {
  const unfinished = stepWith({ stepInstanceId: '', attempt: '3', lines: 'x', host: '10.0.0.1' })
  expect(unfinished).toMatchObject({
    draft: '/biz/2/job-instances/7/steps/{stepInstanceId}?executeCount=2&host=0%3A10.0.0.1&line={line}',
  })
})

test('every field is in some form', () => {
  expect(new Set(linkKinds.flatMap((kind) => fieldsOf[kind]))).toEqual(new Set(fieldNames))
})
