import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
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

const nothingMore = { attempts: [], batches: [], confirmMessage: null }
const noRuns = { items: [], total: 0, start: 0, length: 100 }

/** The job platform with one execution; `course` is what it tells of a step beyond its state. */
function execution(steps: readonly StepInstance[], finished = true, course: object = nothingMore): Answers {
  return ({ pathname }) => {
    if (pathname === '/api/capabilities') return capabilities
    if (pathname.endsWith('/course')) return course
    if (pathname.includes('/steps/')) return problemAnswer({ kind: 'denied' })
    return pathname.endsWith('/biz/2') ? noRuns : { jobInstance, steps, finished }
  }
}

/** The execution with a job instance of which less is known. */
function detailOf(answer: unknown, less: JobInstance): unknown {
  return typeof answer === 'object' && answer !== null && 'steps' in answer
    ? { ...answer, jobInstance: less }
    : answer
}

function open(answers: Answers, address = '/biz/2/job-instances/100') {
  return openPage({
    Page: JobInstancePage,
    route: '/:scopeType/:scopeId/job-instances/:jobInstanceId',
    address,
    answers,
  })
}

const items = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
const id = (text: string) => text as StepInstance['id']

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
  await expect.element(items.nth(1)).toHaveTextContent('7 failed · 1,993 succeeded')
  await expect.element(items.nth(1)).toHaveTextContent('3 attempts')
  await expect.element(items.nth(0)).toHaveTextContent('3 s')
  await expect.element(page.getByText(/^Not reached/)).toBeVisible()
})

test('hosts that a step left running when it ended do not run', async () => {
  const counts = [
    { status: 7, tag: '', count: 2 },
    { status: 9, tag: '', count: 3 },
  ]
  open(execution([stepInstance({ id: id('1'), status: 9, startedAt: 2000, resultCounts: counts })]))
  await expect.element(items.first()).toHaveTextContent(/2 running when the step ended · 3 succeeded/)
  await expect.element(items.first()).toHaveTextContent(/never said how it ended on these/)
  expect(page.getByText('Running on this host right now.').elements()).toHaveLength(0)
})

test('a failed execution leads to its first failed step', async () => {
  open(execution([stepInstance(), stepInstance({ id: '201' as StepInstance['id'], status: 4 })]))
  await expect
    .element(page.getByRole('link', { name: 'Open the first failed step' }))
    .toHaveAttribute('href', '/biz/2/job-instances/100/steps/201')
})

test('a host somebody looks for goes along to whichever step is opened', async () => {
  open(
    execution([stepInstance(), stepInstance({ id: id('201'), status: 4 })]),
    '/biz/2/job-instances/100?hosts=10.0.0.3',
  )
  await expect.element(page.getByText('Which step? Each opens at 10.0.0.3.')).toBeVisible()
  for (const link of [
    items.nth(1).getByRole('link').first(),
    page.getByRole('link', { name: 'Open the first failed' }),
  ])
    await expect.element(link).toHaveAttribute('href', '/biz/2/job-instances/100/steps/201?host=0%3A10.0.0.3')
})

test('a confirm step says that it waits for a person, and counts no hosts', async () => {
  open(execution([stepInstance({ type: 3, status: 7, durationMs: null, resultCounts: [] })], false))
  await expect.element(items.nth(0)).toHaveTextContent('Waits until a person confirms it')
  await expect.element(items.nth(0)).not.toHaveTextContent('no targets')
})

test('name, state and operator stand in the heading', async () => {
  open(execution([stepInstance()]))
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Release 2.4.1')
  await expect.element(page.getByText('admin')).toBeVisible()
  await expect.element(page.getByText('1 min', { exact: true })).toBeVisible()
  await expect.poll(() => document.title).toBe('✗ Release 2.4.1 · Failed · Job instance 100 — Joblens')
})

test('what only the history tells has its place before it comes', async () => {
  const bare = { ...jobInstance, operator: null, type: null, launchMode: null }
  const answers = execution([stepInstance()])
  open((url) => {
    const answer = answers(url)
    return answer === noRuns ? problemAnswer({ kind: 'denied' }) : detailOf(answer, bare)
  })
  const terms = page.getByRole('term')
  await expect.element(terms.nth(2)).toHaveTextContent('Operator')
  await expect.element(terms.nth(4)).toHaveTextContent('Launch mode')
  await expect.element(page.getByRole('definition').nth(2)).toHaveTextContent('—')
})

test('a deployment that knows nothing of batches says so, of a step that may have had some', async () => {
  const step = stepInstance({ status: 4, resultCounts: failedCounts })
  open(execution([step], true, { attempts: null, batches: null, confirmMessage: null }))
  await expect.element(page.getByText(/does not tell whether the step ran in rolling batches/)).toBeVisible()
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

test('a failed execution shows its first failed step, with what it means and what to do', async () => {
  const failed = stepInstance({ id: id('201'), status: 4, resultCounts: failedCounts })
  open(execution([stepInstance(), failed, stepInstance({ id: id('202'), status: 4 })]))
  const details = page.getByRole('button', { name: 'Details of step 2' })
  await expect.element(details).toHaveAttribute('aria-expanded', 'true')
  await expect
    .element(items.nth(1))
    .toHaveTextContent('What to do: The last lines of the log usually say why')
  await expect
    .element(page.getByRole('link', { name: '7 × Non-zero exit code' }))
    .toHaveAttribute('href', '/biz/2/job-instances/100/steps/201?status=104')
  await details.click()
  await expect.element(page.getByText('/biz/2/job-instances/100?step=none')).toBeInTheDocument()
  await expect.element(page.getByRole('link', { name: /Non-zero exit code/ })).not.toBeInTheDocument()
})

test('steps are to scale on one axis, and waiting between them can be seen', async () => {
  open(
    execution([
      stepInstance({ startedAt: 0, endedAt: 10_000, durationMs: 10_000 }),
      stepInstance({ id: id('201'), startedAt: 30_000, endedAt: 60_000, durationMs: 30_000 }),
      stepInstance({ id: id('202'), startedAt: 60_000, endedAt: 60_000, durationMs: 0 }),
    ]),
  )
  await expect.element(items.nth(1)).toHaveTextContent('20 s after the step before')
  const widths = [...document.querySelectorAll('[data-bar]')].map((bar) => bar.getBoundingClientRect().width)
  expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(3, 0)
  expect(widths[2]).toBeGreaterThan(2)
  expect(document.querySelectorAll('[data-track] s')).toHaveLength(1)
})

test('arrow keys go over the steps, Space shows the details of one', async () => {
  open(execution([stepInstance(), stepInstance({ id: id('201'), name: 'Second' })]))
  const link = page.getByRole('link', { name: '1. Restart service' })
  await expect.element(link).toBeVisible()
  ;(link.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(page.getByRole('link', { name: '2. Second' })).toHaveFocus()
  await userEvent.keyboard(' ')
  await expect
    .element(page.getByRole('button', { name: 'Details of step 2' }))
    .toHaveAttribute('aria-expanded', 'true')
  await expect.element(page.getByRole('link', { name: '2. Second' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('/biz/2/job-instances/100/steps/201')).toBeInTheDocument()
})

test('attempts and batches lead to the step in that part', async () => {
  const course = {
    attempts: [
      { executeCount: 0, resultCounts: failedCounts },
      { executeCount: 1, resultCounts: [{ status: 9, tag: '', count: 2000 }] },
    ],
    batches: [
      { batchNumber: 1, resultCounts: [{ status: 9, tag: '', count: 20 }] },
      { batchNumber: 2, resultCounts: [{ status: 5, tag: '', count: 20 }] },
    ],
    confirmMessage: null,
  }
  const step = stepInstance({ executeCount: 1 })
  open(execution([step], true, course), '/biz/2/job-instances/100?step=200')
  const path = '/biz/2/job-instances/100/steps/200'
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  await expect.element(link('Attempt 1')).toHaveAttribute('href', `${path}?executeCount=0`)
  await expect.element(link('Attempt 2 (newest)')).toHaveAttribute('href', path)
  await expect.element(link('Batch 2')).toHaveAttribute('href', `${path}?batch=2`)
  await expect.element(items.nth(0)).toHaveTextContent('7 failed · 1,993 succeeded')
  await expect.element(page.getByText('20 waiting')).toBeVisible()
})

const running = (changes: Partial<StepInstance> = {}) =>
  stepInstance({ status: 2, startedAt: Date.now(), endedAt: null, durationMs: null, ...changes })
const pending = (changes: Partial<StepInstance> = {}) =>
  stepInstance({ status: 1, startedAt: null, endedAt: null, durationMs: null, resultCounts: [], ...changes })

/** An execution that is at its first step, and, from the second answer on, at its second. */
function moving(): Answers {
  let looks = 0
  const at = [
    [running(), pending({ id: id('201'), name: 'Second' })],
    [stepInstance(), running({ id: id('201'), name: 'Second' })],
  ] as const
  return (url) => {
    const isDetail = url.pathname.endsWith('/job-instances/biz/2/100')
    if (isDetail) looks += 1
    return execution(at[looks > 1 ? 1 : 0], false)(url)
  }
}
const detailsOf = (n: number) => page.getByRole('button', { name: `Details of step ${n}` })

test('a running execution is followed to its next step', async () => {
  open(moving())
  await expect.element(detailsOf(1)).toHaveAttribute('aria-expanded', 'true')
  await expect.element(detailsOf(2), { timeout: 10_000 }).toHaveAttribute('aria-expanded', 'true')
  await expect.element(detailsOf(1)).toHaveAttribute('aria-expanded', 'false')
})

test('attempts are asked for again when there is another one', async () => {
  let looks = 0
  open((url) => {
    if (url.pathname.endsWith('/job-instances/biz/2/100')) looks += 1
    const executeCount = looks > 1 ? 1 : 0
    const course = {
      ...nothingMore,
      attempts: Array.from({ length: executeCount + 1 }, (_, at) => ({ executeCount: at, resultCounts: [] })),
    }
    const step = running({ executeCount, resultCounts: failedCounts })
    return execution([step], false, course)(url)
  })
  await expect.element(page.getByText('Attempt 2 (newest)'), { timeout: 10_000 }).toBeVisible()
})

test('nothing moves under a reader who has moved; the way to the running step is offered', async () => {
  open(moving())
  await expect.element(detailsOf(1)).toHaveAttribute('aria-expanded', 'true')
  await userEvent.keyboard('{Tab}')
  const focused = document.activeElement
  await expect.element(page.getByText('Now at step 2: Second.'), { timeout: 10_000 }).toBeVisible()
  await expect.element(detailsOf(1)).toHaveAttribute('aria-expanded', 'true')
  expect(document.activeElement).toBe(focused)
  await page.getByRole('link', { name: 'Show it' }).click()
  await expect.element(detailsOf(2)).toHaveAttribute('aria-expanded', 'true')
})
