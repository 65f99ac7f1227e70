import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { lastingTitle } from '#ui'
import { type Answers, capabilities, openPage, problemAnswer } from '../open-page.fixture.ts'
import { Page } from './page.tsx'
import { resultOf, stepOf } from './step-instance.fixture.ts'

// Wide enough for rail and reader side by side.
beforeEach(() => page.viewport(1280, 800))

const results = [resultOf(1, 9), resultOf(2, 104), resultOf(3, 9)]

const answering =
  (detail: unknown, links: Partial<typeof capabilities.links> = {}): Answers =>
  ({ pathname }) =>
    pathname === '/api/capabilities'
      ? { ...capabilities, links: { ...capabilities.links, ...links } }
      : detail

function open(answers: Answers, search = '', path = '/biz/2/job-instances/100/steps/200') {
  return openPage({
    Page,
    route: '/:scopeType/:scopeId/job-instances/:jobInstanceId/steps/:stepInstanceId',
    address: `${path}${search}`,
    answers,
  })
}

const options = page.getByRole('listbox', { name: 'Hosts' }).getByRole('option')

test('a step opens on its first failed host, and says so in heading and title', async () => {
  open(answering(stepOf(results, { status: 4 })))
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Deploy')
  await expect.element(options.nth(0)).toHaveAccessibleName(/^10\.0\.0\.2, Non-zero exit code/)
  await expect.element(options.nth(0)).toHaveAttribute('aria-selected', 'true')
  // Nobody answers for its log here: what says so has a heading, too.
  await expect.element(page.getByRole('heading', { level: 2 }).first()).toHaveTextContent('10.0.0.2')
  await expect.poll(() => document.title).toBe('✗ 10.0.0.2 · Deploy · Failed — Joblens')
  // A star leads to the step: nobody chose this host.
  expect(lastingTitle()).toBe('Deploy')
})

test('a link may name the host by another name; choosing one is written into the address', async () => {
  open(answering(stepOf(results)), '?host=0:10.0.0.3&embed=v1')
  await expect.element(page.getByRole('option', { selected: true })).toHaveAccessibleName(/^10\.0\.0\.3,/)
  await page.getByRole('option', { name: /^10\.0\.0\.1,/ }).click()
  await expect.element(page.getByText('steps/200?host=1&embed=v1')).toBeInTheDocument()
})

test.each([
  ['?status=9', '10.0.0.1', 0],
  ['?status=9&host=2', '10.0.0.2', 1],
  ['?status=105', '10.0.0.2', 1],
])(
  'on a phone, too, a filter opens a host that it leaves, or says that it hides it: %s',
  async (query, host, said) => {
    await page.viewport(360, 740)
    open(answering(stepOf(results)), query)
    await expect.element(page.getByRole('heading', { level: 2 }).first()).toHaveTextContent(host)
    // The button that opens the list is there before what may be said below it.
    await expect.poll(() => page.getByText(/is hidden by the filters/).all()).toHaveLength(said)
    if (said > 0) await page.getByRole('button', { name: 'Show it' }).click()
    expect(page.getByText(/is hidden by the filters/).all()).toHaveLength(0)
  },
)

test('a link that names an attempt there has never been says so', async () => {
  open(answering({ ...stepOf(results), part: { executeCount: 7, batch: 0 } }), '?executeCount=7')
  await expect
    .element(page.getByText(/^There is no attempt 8, only 1: the results here are of none\./))
    .toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Show the newest attempt' })).toBeVisible()
  await expect.element(page.getByText('there is no 8')).toBeVisible()
})

test('an earlier attempt has neither state nor times of the newest one', async () => {
  const { step, ...rest } = stepOf(results, { status: 3, executeCount: 2 })
  open(answering({ ...rest, step, part: { executeCount: 0, batch: 0 } }), '?executeCount=0')
  await expect.element(page.getByText('1 (first)')).toBeVisible()
  await expect.element(page.getByText('3 hosts · 1 failed · 2 succeeded')).toBeVisible()
  expect(page.getByText('Started').all()).toHaveLength(0)
  expect(document.title).not.toContain('Success')
  await page.getByRole('link', { name: 'Show the newest attempt' }).click()
  await expect.element(page.getByText(/steps\/200$/)).toBeInTheDocument()
})

test.each([
  ['no host of it', [], 3, /^Batch 99 has no hosts: the step has fewer batches/],
  [
    'every host, whatever the number',
    results,
    3,
    /^The address asks for batch 99, but the step is not divided/,
  ],
  ['some hosts', results, 60, /^Only batch 99 is shown\./],
] as const)('a link that names a batch is told what it found: %s', async (_, shown, wholeCount, says) => {
  const whole = { resultCounts: [{ status: 9, tag: null, count: wholeCount }] }
  open(({ pathname, searchParams }) => {
    if (pathname === '/api/capabilities') return capabilities
    if (searchParams.get('batch') === null) return stepOf(results, whole)
    return { ...stepOf(shown), part: { executeCount: 0, batch: 99 } }
  }, '?batch=99&embed=v1')
  await expect.element(page.getByText(says)).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Show the whole step' }))
    .toHaveAttribute('href', '/biz/2/job-instances/100/steps/200?embed=v1')
  expect(page.getByText('This step has no hosts yet').all()).toHaveLength(0)
})

test('while the log of another host opens, nothing can be pressed in the one before', async () => {
  open(answering(stepOf(results)))
  // Its log is an answer nobody can read, which has a heading of its own.
  const heading = page.getByRole('heading', { level: 2, name: /^10\./ })
  await expect.element(heading).toHaveTextContent('10.0.0.2')
  const seen: string[] = []
  const observer = new MutationObserver(() => {
    const leaving = document.querySelector('[data-leaving]')
    for (const part of leaving?.children ?? []) seen.push(getComputedStyle(part).pointerEvents)
  })
  observer.observe(document.body, { subtree: true, attributeFilter: ['data-leaving'] })
  await page.getByRole('option', { name: /^10\.0\.0\.1,/ }).click()
  await expect.element(heading).toHaveTextContent('10.0.0.1')
  observer.disconnect()
  expect(new Set(seen)).toEqual(new Set(['none']))
  expect(document.querySelector('[data-leaving]')).toBeNull()
})

test.each([
  [{ kind: 'timeout', code: null, message: 'Upstream took too long to answer' }, 'Joblens says'],
  [{ kind: 'denied', code: '9900403', message: 'no' }, 'BlueKing says'],
] as const)('who says it is said: %j', async (problem, says) => {
  open(answering(problemAnswer(problem)))
  await expect.element(page.getByText(`${says}: ${problem.message}`)).toBeVisible()
})

test('a host that the step does not list opens all the same, and that is said', async () => {
  open(answering(stepOf(results)), '?host=0:10.9.9.9')
  await expect.element(page.getByText(/^10\.9\.9\.9 is not among the hosts of this step/)).toBeVisible()
  expect(page.getByRole('option', { selected: true }).all()).toHaveLength(0)
})

test('the ways up and out: job instance, history, the job platform', async () => {
  open(answering(stepOf(results), { jobWeb: 'https://job.example/' }))
  await expect
    .element(page.getByRole('link', { name: 'Job instance 100' }))
    .toHaveAttribute('href', '/biz/2/job-instances/100')
  await expect
    .element(page.getByRole('link', { name: 'Open in the job platform' }))
    .toHaveAttribute('href', 'https://job.example/api_execute_step/100/200')
})

test('a confirm step shows facts instead of a log', async () => {
  const answer = answering(stepOf([], { type: 3, status: 7 }))
  const course = { attempts: [], batches: [], confirmMessage: 'Are the backups done?' }
  open((url) => (url.pathname.endsWith('/course') ? course : answer(url)))
  await expect.element(page.getByText('A confirmation step has no log')).toBeVisible()
  await expect.element(page.getByText('Are the backups done?')).toBeVisible()
  await expect.element(page.getByText(/^Nobody has confirmed it yet/)).toBeVisible()
})

test('a deployment that cannot list hosts asks for them, in any shape', async () => {
  open(({ pathname }) =>
    pathname === '/api/capabilities' ? capabilities : problemAnswer({ kind: 'not-offered' }),
  )
  await page.getByRole('textbox', { name: 'Hosts' }).fill('10.0.0.[1-3], web-01')
  await expect.element(page.getByText('3 hosts understood')).toBeVisible()
  await expect.element(page.getByText('Not understood: web-01')).toBeVisible()
  await page.getByRole('button', { name: 'Show logs' }).click()
  await expect.element(options.nth(2)).toHaveAccessibleName(/^10\.0\.0\.3,/)
  await expect.element(page.getByText('hosts=10.0.0.%5B1-3%5D%2C+web-01')).toBeInTheDocument()
})

test('a denial names words and request id; nothing else is shown', async () => {
  open(() => problemAnswer({ kind: 'denied' }))
  await expect.element(page.getByRole('alert')).toHaveTextContent('You do not have permission')
  await expect.element(page.getByRole('alert')).toHaveTextContent('request-7')
  expect(page.getByRole('listbox').all()).toHaveLength(0)
})

test('an address that holds no ids asks nothing', async () => {
  const { asked } = open(
    answering(stepOf(results)),
    '',
    '/biz/2/job-instances/100/steps/12345678901234567890',
  )
  await expect.element(page.getByText('This address names no step')).toBeVisible()
  expect(asked).toHaveLength(0)
})

test('on a phone the rail opens at the press of a button', async () => {
  await page.viewport(360, 740)
  open(answering(stepOf(results)))
  const opener = page.getByRole('button', { name: /Choose another host/ })
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false')
  expect(page.getByRole('listbox').all()).toHaveLength(0)
  await opener.click()
  await expect.element(options.nth(0)).toBeVisible()
})

test('a step that ran in containers, where those cannot be told of, leads to the job platform by its name', async () => {
  const untold = problemAnswer({ kind: 'not-offered', code: '1240002' })
  const { step } = stepOf([])
  const times = { createdAt: null, startedAt: null, endedAt: null, durationMs: null }
  const jobInstance = {
    ...{ id: '100', scope: { type: 'biz', id: '2' }, name: 'Restart', status: 3 },
    ...{ type: 1, launchMode: 1, operator: 'admin', ...times },
  }
  open((url) =>
    url.pathname.includes('/steps/')
      ? untold
      : answering({ jobInstance, steps: [step], finished: true }, { jobWeb: 'https://job.example.com' })(url),
  )
  const alert = page.getByRole('alert')
  await expect
    .element(alert.getByRole('link', { name: 'Open in the job platform' }))
    .toHaveAttribute('href', 'https://job.example.com/api_execute_step/100/200')
  await expect.element(alert).not.toHaveTextContent('by its id')
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Deploy')
})
