import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { NodeManJob } from '#contract'
import { type Answers, capabilities, openPage, problemAnswer } from '../open-page.fixture.ts'
import { NodeManJobsPage } from './node-man-jobs-page.tsx'

const job: NodeManJob = {
  id: '42' as NodeManJob['id'],
  name: 'Install Agent',
  jobType: 'INSTALL_AGENT',
  status: 'PART_FAILED',
  operator: 'admin',
  scopeNames: ['demo'],
  startedAt: 1000,
  endedAt: 2000,
  durationMs: 1000,
  counts: { total: 20, success: 17, failed: 2, ignored: 1, pending: 0, running: 0 },
}

function jobs(items: readonly NodeManJob[], jobList = true): Answers {
  return ({ pathname }) =>
    pathname === '/api/capabilities'
      ? { ...capabilities, nodeMan: { api: 'gateway', sandbox: false, jobList } }
      : { items, total: items.length, page: 1, pageSize: 50 }
}

function open(answers: Answers, query = '') {
  const address = `/node-man/jobs${query}`
  return openPage({ Page: NodeManJobsPage, route: '/node-man/jobs', address, answers })
}

test('a job is a link, with its counts as text', async () => {
  open(jobs([job]))
  const grid = page.getByRole('grid', { name: 'Node-man jobs' })
  await expect.element(grid.getByRole('link', { name: '42' })).toHaveAttribute('href', '/node-man/jobs/42')
  await expect.element(grid.getByText('20 hosts: 2 failed · 17 succeeded · 1 ignored')).toBeVisible()
  await expect.element(page.getByText('1–1 of 1 node-man job')).toBeVisible()
})

test('Enter opens the job the keys are at', async () => {
  open(jobs([job, { ...job, id: '41' as NodeManJob['id'] }]), '?embed=v1')
  const grid = page.getByRole('grid', { name: 'Node-man jobs' })
  await expect.element(grid).toBeVisible()
  grid.element().focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await expect.element(page.getByText('/node-man/jobs/41?embed=v1')).toBeInTheDocument()
})

test('the filters of the address are asked for', async () => {
  const { asked } = open(jobs([job]), '?status=FAILED&ip=10.0.0.1&page=2')
  await expect.element(page.getByRole('grid')).toBeVisible()
  const query = asked.find(({ pathname }) => pathname === '/api/node-man/jobs')?.searchParams
  expect(Object.fromEntries(query ?? [])).toMatchObject({ status: 'FAILED', ip: '10.0.0.1', page: '2' })
})

test('where jobs cannot be listed, one is opened by its id', async () => {
  open(jobs([], false), '?embed=v1')
  await expect.element(page.getByText('Node-man jobs cannot be listed in this deployment')).toBeVisible()
  await page.getByLabelText('Open a job by its id').fill('job 7')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('whole number')
  await page.getByLabelText('Open a job by its id').fill(' 7 ')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect.element(page.getByText('/node-man/jobs/7?embed=v1')).toBeInTheDocument()
})

test('a list that turns out not to be offered has no filters in the way', async () => {
  open(({ pathname }) =>
    pathname === '/api/capabilities' ? capabilities : problemAnswer({ kind: 'not-offered' }),
  )
  await expect.element(page.getByText('This deployment does not offer that')).toBeVisible()
  expect(page.getByRole('button', { name: 'Try again' }).all()).toHaveLength(0)
  expect(page.getByLabelText('Operator').all()).toHaveLength(0)
  await expect.element(page.getByLabelText('Open a job by its id')).toBeVisible()
})

test('filters that match nothing can be cleared', async () => {
  open(jobs([]), '?operator=nobody')
  await expect
    .element(page.getByRole('link', { name: 'Clear filters' }))
    .toHaveAttribute('href', '/node-man/jobs')
})
