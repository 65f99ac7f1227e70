import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { JobInstance, StepInstance } from '#contract'
import { type Answers, capabilities, openPage, problemAnswer } from '../open-page.fixture.ts'
import { JobInstancePage } from './job-instance-page.tsx'
import { stepInstance } from './step-instances.fixture.ts'

const jobInstance = {
  id: '100' as JobInstance['id'],
  scope: { type: 'biz', id: '2' as JobInstance['scope']['id'] },
  name: 'Release 2.4.1',
  status: 4,
  type: 0,
  launchMode: 1,
  operator: 'admin',
  createdAt: 1000,
  startedAt: 2000,
  endedAt: 62_000,
  durationMs: 60_000,
} satisfies JobInstance

function execution(steps: readonly StepInstance[], finished = true): Answers {
  return ({ pathname }) =>
    pathname === '/api/capabilities' ? capabilities : { jobInstance, steps, finished }
}

function open(answers: Answers, address = '/biz/2/job-instances/100') {
  return openPage({
    Page: JobInstancePage,
    route: '/:scopeType/:scopeId/job-instances/:jobInstanceId',
    address,
    answers,
  })
}

const failedCounts = [
  { status: 9, tag: '', count: 1993 },
  { status: 104, tag: '', count: 7 },
]

test('each step says how it stands, how long it took and how its hosts ended', async () => {
  open(
    execution([
      stepInstance({ name: 'Check' }),
      stepInstance({
        id: '201' as StepInstance['id'],
        name: 'Upgrade',
        status: 4,
        executeCount: 2,
        resultCounts: failedCounts,
      }),
      stepInstance({
        id: '202' as StepInstance['id'],
        status: 1,
        startedAt: null,
        durationMs: null,
        resultCounts: [],
      }),
    ]),
  )
  const items = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
  await expect.element(items.nth(1)).toHaveTextContent('7 failed · 1,993 succeeded')
  await expect.element(items.nth(1)).toHaveTextContent('3 attempts')
  await expect.element(items.nth(0)).toHaveTextContent('3 s')
  await expect.element(items.nth(2)).toHaveTextContent('Not reached')
  expect(items.all()).toHaveLength(3)
})

test('a failed execution leads to its first failed step', async () => {
  open(execution([stepInstance(), stepInstance({ id: '201' as StepInstance['id'], status: 4 })]))
  await expect
    .element(page.getByRole('link', { name: 'Open the first failed step' }))
    .toHaveAttribute('href', '/biz/2/job-instances/100/steps/201')
})

test('a confirm step says that it waits for a person, and counts no hosts', async () => {
  open(execution([stepInstance({ type: 3, status: 7, durationMs: null, resultCounts: [] })], false))
  const item = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
  await expect.element(item).toHaveTextContent('Waits until a person confirms it')
  await expect.element(item).not.toHaveTextContent('no targets')
})

test('name, state and operator stand in the heading', async () => {
  open(execution([stepInstance()]))
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Release 2.4.1')
  await expect.element(page.getByText('admin')).toBeVisible()
  await expect.element(page.getByText('1 min', { exact: true })).toBeVisible()
  expect(document.title).toBe('Release 2.4.1 · Job instance 100 — Joblens')
})

test('an expired execution is told as that, with the request id and a way on', async () => {
  open(() => problemAnswer({ kind: 'gone', code: '1244006' }))
  const alert = page.getByRole('alert')
  await expect.element(alert).toHaveTextContent('kept for about 30 days')
  await expect.element(alert).toHaveTextContent('request-7')
  await expect
    .element(alert.getByRole('link', { name: 'All job instances of this scope' }))
    .toHaveAttribute('href', '/biz/2/job-instances')
})

test('an address that is none asks nothing', async () => {
  const { asked } = open(execution([]), '/biz/2/job-instances/12345678901234567890')
  await expect.element(page.getByText('This is not a job instance id')).toBeVisible()
  expect(asked).toHaveLength(0)
})

test('where steps cannot be listed, one is opened by its id', async () => {
  open(() => problemAnswer({ kind: 'not-offered' }))
  await expect.element(page.getByText(/^This deployment cannot list the steps/)).toBeVisible()
  const field = page.getByRole('searchbox', { name: 'Step instance id' })
  await field.fill('12x')
  await page.getByRole('button', { name: 'Open the step' }).click()
  await expect.element(page.getByText('A step instance id is a whole number')).toBeVisible()
  await field.fill(' 9223372036854775807 ')
  await page.getByRole('button', { name: 'Open the step' }).click()
  await expect
    .element(page.getByText('/biz/2/job-instances/100/steps/9223372036854775807'))
    .toBeInTheDocument()
})
