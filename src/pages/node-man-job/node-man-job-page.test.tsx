import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { NodeManInstance, NodeManJobDetail } from '#contract'
import { capabilities, openPage, problemAnswer } from '../open-page.fixture.ts'
import { NodeManJobPage } from './node-man-job-page.tsx'

function host(id: string | null, changes: Partial<NodeManInstance> = {}): NodeManInstance {
  return {
    id: id as NodeManInstance['id'],
    hostId: null,
    cloudId: '0' as NodeManInstance['cloudId'],
    cloudName: 'direct',
    ip: '10.0.0.1',
    ipv6: null,
    scopeName: 'demo',
    businessId: null,
    status: 'FAILED',
    statusText: '安装 失败',
    stepName: '安装',
    operation: 'Install',
    manual: false,
    startedAt: 1000,
    endedAt: 2000,
    durationMs: 1000,
    ignored: false,
    ...changes,
  }
}

function open(instances: readonly NodeManInstance[], query = '', total = instances.length) {
  const detail: NodeManJobDetail = {
    job: {
      id: '42' as NodeManJobDetail['job']['id'],
      name: 'Install Agent',
      jobType: null,
      status: 'FAILED',
      operator: 'admin',
      scopeNames: [],
      startedAt: 1000,
      endedAt: 2000,
      durationMs: 1000,
      counts: { total: 120, success: 118, failed: 1, ignored: 1, pending: 0, running: 0 },
    },
    instances,
    total,
    page: 1,
    pageSize: 50,
  }
  return openPage({
    Page: NodeManJobPage,
    route: '/node-man/jobs/:jobId',
    address: `/node-man/jobs/42${query}`,
    answers: ({ pathname }) => (pathname === '/api/capabilities' ? capabilities : detail),
  })
}

test('a host is a link to its steps, with what node-man says of it', async () => {
  open([host('host|instance|host|1')])
  const hosts = page.getByRole('grid', { name: 'Hosts', exact: true })
  await expect
    .element(hosts.getByRole('link', { name: '10.0.0.1' }))
    .toHaveAttribute('href', '/node-man/jobs/42/instances/host%7Cinstance%7Chost%7C1')
  await expect.element(hosts.getByText('安装 失败')).toBeVisible()
})

test('a host known only by IPv6 is named by it', async () => {
  open([host('a|b|c|1', { ip: '', ipv6: '2001:db8::1' })])
  await expect.element(page.getByRole('link', { name: '2001:db8::1' })).toBeVisible()
})

test('ignored hosts stand apart with their reason, and have no log to open', async () => {
  open([host(null, { ignored: true, ip: '10.0.0.9', statusText: 'suppressed by a policy' })], '', 0)
  const ignored = page.getByRole('grid', { name: 'Ignored hosts' })
  await expect.element(ignored.getByText('suppressed by a policy')).toBeVisible()
  await expect.element(ignored.getByText('No log')).toBeVisible()
  expect(ignored.getByRole('link').all()).toHaveLength(0)
  expect(page.getByRole('grid', { name: 'Hosts', exact: true }).all()).toHaveLength(0)
})

test('filters hold for ignored hosts too, which node-man repeats whatever was asked for', async () => {
  const hosts = [
    host(null, { ignored: true, ip: '10.0.0.8', status: 'IGNORED', statusText: 'suppressed by a policy' }),
    host(null, { ignored: true, ip: '10.0.0.9', status: 'FAILED', statusText: 'no access point' }),
  ]
  open(hosts, '?status=FAILED', 0)
  const ignored = page.getByRole('grid', { name: 'Ignored hosts' })
  await expect.element(ignored.getByText('no access point')).toBeVisible()
  await expect.element(page.getByText('1 ignored host')).toBeVisible()
  expect(page.getByText('No host matches these filters').all()).toHaveLength(0)
  expect(ignored.getByText('suppressed by a policy').all()).toHaveLength(0)
})

test('filtered by "ignored" are as many as are counted so, whatever their own status', async () => {
  const hosts = [
    host(null, { ignored: true, status: 'IGNORED' }),
    host(null, { ignored: true, status: 'FAILED' }),
  ]
  open(hosts, '?status=IGNORED', 0)
  await expect.element(page.getByText('2 ignored hosts')).toBeVisible()
})

test('of a filter that nothing passes it is said, and nothing shown', async () => {
  open([host(null, { ignored: true, ip: '10.0.0.8', status: 'IGNORED' })], '?status=IGNORED&ip=10.0.0.9', 0)
  await expect.element(page.getByText('No host matches these filters')).toBeVisible()
  expect(page.getByRole('grid', { name: 'Ignored hosts' }).all()).toHaveLength(0)
})

test('Enter opens the host the keys are at, among the hosts that are filtered', async () => {
  open([host('a|b|c|2', { ip: '10.0.0.10' }), host('a|b|c|1', { ip: '10.0.0.9' })], '?status=FAILED')
  const hosts = page.getByRole('grid', { name: 'Hosts', exact: true })
  await expect.element(hosts).toBeVisible()
  hosts.element().focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await expect
    .element(page.getByText('/node-man/jobs/42/instances/a%7Cb%7Cc%7C2?status=FAILED'))
    .toBeInTheDocument()
})

test('counts lead to the hosts they count', async () => {
  open([host('a|b|c|1')])
  await expect
    .element(page.getByRole('link', { name: '1 failed' }))
    .toHaveAttribute('href', '/node-man/jobs/42?status=FAILED')
})

test('pages go on beyond the first fifty, keeping the filter', async () => {
  const fifty = Array.from({ length: 50 }, (_, index) => host(`a|b|c|${index}`))
  open(fifty, '?status=SUCCESS', 118)
  await expect.element(page.getByText('1–50 of 118 hosts')).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Next' }))
    .toHaveAttribute('href', '/node-man/jobs/42?status=SUCCESS&page=2')
})

test('a job so fresh that it has no hosts says so', async () => {
  open([])
  await expect.element(page.getByText('No hosts yet')).toBeVisible()
})

test('where hosts cannot be listed, a log is opened by the id of the host instance', async () => {
  openPage({
    Page: NodeManJobPage,
    route: '/node-man/jobs/:jobId',
    address: '/node-man/jobs/42',
    answers: () => problemAnswer({ kind: 'not-offered', system: 'node-man' }),
  })
  const field = page.getByRole('searchbox', { name: 'Host instance id' })
  await field.fill('host instance')
  await page.getByRole('button', { name: 'Open the log' }).click()
  await expect.element(page.getByText(/host\|instance\|host\|10\.0\.0\.3-0-0/)).toBeVisible()
  await field.fill('host|instance|host|1')
  await page.getByRole('button', { name: 'Open the log' }).click()
  await expect
    .element(page.getByText('/node-man/jobs/42/instances/host%7Cinstance%7Chost%7C1'))
    .toBeInTheDocument()
})

test('of a job that is gone it says which, where it was asked for, and what to do', async () => {
  openPage({
    Page: NodeManJobPage,
    route: '/node-man/jobs/:jobId',
    address: '/node-man/jobs/20000000001',
    answers: ({ pathname }) =>
      pathname === '/api/capabilities'
        ? capabilities
        : problemAnswer({ kind: 'not-found', system: 'node-man' }),
  })
  await expect
    .element(page.getByText(/^The node-man of this deployment .* has no job 20000000001$/))
    .toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Look for job instance 20000000001 on the job platform' }))
    .toHaveAttribute('href', '/?job_instance_id=20000000001')
})

/** A job of three hosts of which a page holds two; the third one failed. `rest` is what the question for all is answered. */
function openPaged(rest?: Promise<never>) {
  const rows = [
    host('a|b|c|1', { ip: '10.0.0.9', status: 'SUCCESS' }),
    host('a|b|c|2', { ip: '10.0.0.10', status: 'SUCCESS' }),
    host('a|b|c|3', { ip: '10.0.0.11', status: 'FAILED' }),
  ]
  const detail = (instances: readonly NodeManInstance[]): NodeManJobDetail => ({
    job: {
      id: '42' as NodeManJobDetail['job']['id'],
      name: 'Install Agent',
      jobType: null,
      status: 'FAILED',
      operator: 'admin',
      scopeNames: [],
      startedAt: 1000,
      endedAt: 2000,
      durationMs: 1000,
      counts: { total: 4, success: 2, failed: 1, ignored: 1, pending: 0, running: 0 },
    },
    instances,
    total: 3,
    page: 1,
    pageSize: 50,
  })
  return openPage({
    Page: NodeManJobPage,
    route: '/node-man/jobs/:jobId',
    address: '/node-man/jobs/42',
    answers: ({ pathname, searchParams }) => {
      if (pathname === '/api/capabilities') return capabilities
      return searchParams.get('pageSize') === '500' ? (rest ?? detail(rows)) : detail(rows.slice(0, 2))
    },
  })
}

const firstAddress = () => page.getByRole('grid', { name: 'Hosts', exact: true }).getByRole('link').first()

test('sorted are all hosts of the job, not those of the page; the order is in the address', async () => {
  openPaged()
  await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').click()
  await expect.element(page.getByText('All 3 hosts, sorted.')).toBeVisible()
  await expect.element(firstAddress()).toHaveTextContent('10.0.0.11')
  await expect.element(page.getByText('/node-man/jobs/42?sort=status')).toBeInTheDocument()
  await page.getByRole('button', { name: 'Show page by page' }).click()
  await expect.element(page.getByText('1–2 of 3 hosts')).toBeVisible()
  await expect.element(firstAddress()).toHaveTextContent('10.0.0.9')
})

test('who does not wait for the other hosts is told that only those of the page are sorted', async () => {
  const opened = openPaged(new Promise<never>(() => undefined))
  await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(page.getByText('Sorted are the 2 hosts of this page only.')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Sort all 3 hosts' })).toBeVisible()
  expect(opened.ended.map(({ search }) => search)).toEqual(['?page=1&pageSize=500'])
})

test('hosts of the page or of the whole job are copied and exported, and it is said which and how many', async () => {
  openPaged()
  await page.getByRole('button', { name: 'Copy or export hosts' }).click()
  await expect.element(page.getByRole('button', { name: 'Copy as IP (2)' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Hosts', exact: true }).selectOptions('All hosts of the job (3)')
  await expect.element(page.getByRole('button', { name: 'Copy as Folded, 10.0.0.[1-9] (3)' })).toBeVisible()
  await expect.element(page.getByText(/^The 1 ignored host is not among them/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'CSV file' })).toBeEnabled()
})
