import { useParams } from 'react-router'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { NodeManInstance } from '#contract'
import { rememberVisit } from '#ui'
import { type Answers, openPage, problemAnswer } from '../open-page.fixture.ts'
import { HostList } from './host-list.tsx'
import { readNodeManInstanceAddress } from './url.ts'

const idOf = (n: number) => `host|instance|host|10.0.0.${n}-0-0`
const pathOf = (n: number) => `/node-man/jobs/42/instances/${encodeURIComponent(idOf(n))}`

const host = (n: number, status = 'FAILED') =>
  ({
    id: idOf(n),
    hostId: null,
    cloudId: null,
    cloudName: null,
    ip: `10.0.0.${n}`,
    ipv6: null,
    scopeName: null,
    businessId: null,
    status,
    statusText: null,
    stepName: '安装',
    operation: null,
    manual: false,
    startedAt: null,
    endedAt: null,
    durationMs: null,
    ignored: false,
  }) as NodeManInstance

const job = {
  id: '42',
  name: 'Install Agent',
  jobType: null,
  status: 'FAILED',
  operator: null,
  scopeNames: [],
  startedAt: null,
  endedAt: null,
  durationMs: null,
  counts: null,
}

const all = [host(1), host(2), host(3, 'SUCCESS'), host(4)]

const jobAnswers: Answers = ({ searchParams }) => {
  const status = searchParams.get('status')
  const instances = all.filter((one) => status === null || one.status === status)
  return { job, instances, total: instances.length, page: 1, pageSize: 500 }
}

function open(n: number, query = '', answers = jobAnswers, isBeside = true) {
  const entered: string[] = []
  const Page = () => {
    const address = readNodeManInstanceAddress(useParams())
    if (address === null) return null
    const common = { address, jobStatus: 'FAILED', isBeside, onLeave: () => undefined }
    return <HostList {...common} onEnter={() => entered.push(address.instanceId)} />
  }
  const route = '/node-man/jobs/:jobId/instances/:instanceId'
  return { entered, ...openPage({ Page, route, address: `${pathOf(n)}${query}`, answers }) }
}

const link = (name: string) => page.getByRole('link', { name })
const whereabouts = (text: string) =>
  expect.element(page.getByText(text, { exact: true })).toBeInTheDocument()

test('among failed hosts it is told which one this is, and real links lead to those beside it', async () => {
  open(2, '?status=FAILED&embed=v1&step=3&line=5&find=x')
  await expect.element(page.getByText('2 of 3 failed hosts')).toBeVisible()
  const kept = '?status=FAILED&embed=v1&find=x'
  await expect.element(link('Previous host: 10.0.0.1')).toHaveAttribute('href', `${pathOf(1)}${kept}`)
  await expect.element(link('Next host: 10.0.0.4')).toHaveAttribute('href', `${pathOf(4)}${kept}`)
})

test('keys go to the host beside this one, and to the next failed one, from anywhere', async () => {
  open(2)
  await expect.element(page.getByText('2 of 4 hosts')).toBeVisible()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await whereabouts(pathOf(4))
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await whereabouts(pathOf(3))
  await userEvent.keyboard('[[')
  await whereabouts(pathOf(4))
})

test('Enter on a row of the list opens that host, and on the open one goes into its log', async () => {
  const { entered } = open(1)
  const grid = page.getByRole('grid', { name: 'Hosts' })
  await expect.element(grid).toBeVisible()
  grid.element().focus()
  await userEvent.keyboard('{Enter}')
  expect(entered).toEqual([idOf(1)])
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await whereabouts(pathOf(2))
  await expect.element(grid).toHaveFocus()
})

test('a host that the filter leaves out is said to be hidden, and all can be shown', async () => {
  open(3, '?status=FAILED')
  await expect.element(page.getByText('10.0.0.3, whose log is open, is hidden by the filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all hosts' }).click()
  await whereabouts(pathOf(3))
  await expect.element(page.getByText('4 of 4 hosts')).toBeVisible()
})

test('a host that the job does not have is not called hidden by a filter, when there is none', async () => {
  open(77)
  await expect.element(link('Next host: 10.0.0.1')).toBeVisible()
  await expect.element(page.getByText('4 hosts', { exact: true })).toBeVisible()
  expect(page.getByText(/hidden by the filters/).all()).toHaveLength(0)
})

test('without room beside the log the list is behind a button, and gone once a host was chosen', async () => {
  open(1, '', jobAnswers, false)
  const button = page.getByRole('button', { name: '1 of 4 hosts' })
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
  await button.click()
  await page.getByRole('grid').getByRole('link', { name: '10.0.0.4' }).click()
  await whereabouts(pathOf(4))
  await expect.element(page.getByRole('grid')).not.toBeInTheDocument()
})

test('where hosts cannot be listed, those opened in this browser before are gone through', async () => {
  rememberVisit({ to: pathOf(9), title: '10.0.0.9', visitedAt: 1 })
  open(2, '', () => problemAnswer({ kind: 'not-offered', system: 'node-man' }))
  await expect.element(page.getByText('Opened before')).toBeVisible()
  await expect.element(link('Next host: 10.0.0.9')).toHaveAttribute('href', pathOf(9))
})
