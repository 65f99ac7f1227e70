import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { NodeManJobDetail } from '#contract'
import { capabilities, type OpenedPage, openPage } from '../open-page.fixture.ts'
import { NodeManJobPage } from './node-man-job-page.tsx'

/** An answer that never comes. */
const never = new Promise<never>(() => undefined)

const hostAt = (ip: string): NodeManJobDetail['instances'][number] => ({
  id: `host|instance|host|${ip}-0-0` as NonNullable<NodeManJobDetail['instances'][number]['id']>,
  hostId: null,
  cloudId: null,
  cloudName: null,
  ip,
  ipv6: null,
  scopeName: null,
  businessId: null,
  status: 'SUCCESS',
  statusText: null,
  stepName: null,
  operation: null,
  manual: false,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  ignored: false,
})

const jobWith = (ip: string): NodeManJobDetail => ({
  job: {
    id: '42' as NodeManJobDetail['job']['id'],
    name: 'Install Agent',
    jobType: null,
    status: 'SUCCESS',
    operator: null,
    scopeNames: [],
    startedAt: null,
    endedAt: null,
    durationMs: null,
    counts: null,
  },
  instances: [hostAt(ip)],
  total: 60,
  page: 1,
  pageSize: 50,
})

/** Opens the hosts of a job; `pages` are answered in turn, page 1 first. */
function open(answerOf: (pageNumber: string) => unknown): OpenedPage {
  return openPage({
    Page: NodeManJobPage,
    route: '/node-man/jobs/:jobId',
    address: '/node-man/jobs/42',
    answers: ({ pathname, searchParams }) =>
      pathname === '/api/capabilities' ? capabilities : answerOf(searchParams.get('page') ?? ''),
  })
}

const cancel = page.getByRole('button', { name: 'Cancel' })
const again = page.getByRole('button', { name: 'Load again' })
const ofJob = ({ asked, ended }: OpenedPage) =>
  [asked, ended].map((urls) => urls.filter(({ pathname }) => pathname.endsWith('/42')).length)

test('what takes long is named, told once, timed, and can be ended: the request is, and the keys go on from there', async () => {
  let answer: unknown = never
  const opened = open(() => answer)
  await expect.element(page.getByRole('timer')).toBeVisible()
  const said = page.getByRole('status').filter({ hasText: 'Loading node-man job 42 and its hosts…' })
  await expect.element(said).toBeVisible()
  expect(said.elements()).toHaveLength(1)
  // What changes every second is not in what is announced.
  expect(said.element().contains(page.getByRole('timer').element())).toBe(false)
  await cancel.click()
  await expect.element(page.getByText('Loading was cancelled')).toBeVisible()
  expect(ofJob(opened)).toEqual([1, 1])
  await expect.element(again).toHaveFocus()
  answer = jobWith('10.0.0.1')
  await again.click()
  await expect.element(page.getByRole('link', { name: '10.0.0.1' })).toBeVisible()
  expect(ofJob(opened)).toEqual([2, 1])
})

test('rows that stand in for others say so when those do not come, or are not waited for', async () => {
  let second: unknown = never
  const opened = open((pageNumber) => (pageNumber === '2' ? second : jobWith('10.0.0.1')))
  await page.getByRole('link', { name: 'Next' }).click()
  await cancel.click()
  await expect
    .element(page.getByText('Loading was cancelled: these rows are still those before.'))
    .toBeVisible()
  await expect.element(page.getByRole('link', { name: '10.0.0.1' })).toBeVisible()
  expect(ofJob(opened)).toEqual([2, 1])
  second = jobWith('10.0.0.2')
  await again.click()
  await expect.element(page.getByRole('link', { name: '10.0.0.2' })).toBeVisible()
  expect(again.elements()).toHaveLength(0)
})
