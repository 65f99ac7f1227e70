import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import type { NodeManJobId } from '#contract'
import { instanceData, instanceStep, upstreamProblem } from './instance-data.fixture.ts'
import { InstanceNotices } from './instance-notices.tsx'
import { noFindings } from './log-findings.ts'
import { NoSteps } from './no-steps.tsx'
import type { InstanceData } from './use-instance.ts'

function show(content: ReactElement): void {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  flushSync(() => root.render(<MemoryRouter>{content}</MemoryRouter>))
}

const notices = (data: InstanceData) => (
  <InstanceNotices
    data={data}
    addressOf={({ stepIndex, line }) => `/x?step=${stepIndex}&line=${line.lineNumber}`}
  />
)

test('the first error is quoted as text, with a jump to its line', async () => {
  const firstError = { lineNumber: 1019, text: '<img src=x onerror=alert(1)> refused' }
  const failed = instanceStep({ state: 'failed', findings: { ...noFindings, hasError: true, firstError } })
  show(notices(instanceData({ steps: [instanceStep(), failed], outcome: 'FAILED' })))
  await expect.element(page.getByText('First error: step 2')).toBeVisible()
  await expect.element(page.getByText('<img src=x onerror=alert(1)> refused')).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Go to line 1,019' }))
    .toHaveAttribute('href', '/x?step=1&line=1019')
  expect(document.querySelector('[role=status] img')).toBeNull()
})

test('a stopped host says that it was stopped', async () => {
  const closing = { kind: 'stopped', line: { lineNumber: 3, text: '等待 已终止' } } as const
  const step = instanceStep({ state: 'stopped', findings: { ...noFindings, closing } })
  show(notices(instanceData({ steps: [step], outcome: 'FAILED' })))
  await expect.element(page.getByText('Stopped by a person in step 1')).toBeVisible()
})

test('logs gone with age are called that', async () => {
  const none = { text: null, at: null }
  const { step } = instanceStep()
  const bare = instanceStep({
    step: { ...step, status: 'PENDING', startedAt: none, finishedAt: none },
    logBytes: 0,
    state: 'cleaned-up',
  })
  show(notices(instanceData({ steps: [bare, bare], outcome: 'SUCCESS' })))
  await expect.element(page.getByText('The logs of this host were cleaned up')).toBeVisible()
})

test('a new attempt is announced', async () => {
  show(notices(instanceData({ steps: [instanceStep()], attempt: { beganAt: null } })))
  await expect.element(page.getByRole('status')).toHaveTextContent('The steps were reset: a retry began.')
})

test('a failure to load again is a warning above what was loaded', async () => {
  show(notices(instanceData({ steps: [instanceStep()] }, { problem: upstreamProblem('timeout') })))
  await expect.element(page.getByRole('status')).toHaveTextContent('request-7')
  expect(page.getByRole('alert').all()).toHaveLength(0)
})

test('not ready is a wait that names the request, not an error', async () => {
  const data = instanceData({ live: true }, { problem: upstreamProblem('not-ready'), completedOnce: false })
  show(
    <>
      {notices(data)}
      <NoSteps jobId={'7' as NodeManJobId} name="10.0.0.1" data={data} />
    </>,
  )
  await expect.element(page.getByText('The steps are not laid out yet')).toBeVisible()
  await expect.element(page.getByText('request-7')).toBeVisible()
  expect(page.getByRole('alert').all()).toHaveLength(0)
})

test('a host that a job which is over does not have is said to be none of its', async () => {
  const data = instanceData(
    { live: false, outcome: 'SUCCESS' },
    { problem: upstreamProblem('not-ready'), completedOnce: false },
  )
  show(<NoSteps jobId={'7' as NodeManJobId} name="10.0.0.1" data={data} />)
  await expect.element(page.getByText('This job has no record of this host')).toBeVisible()
  await expect.element(page.getByText('request-7')).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Hosts of the job' }))
    .toHaveAttribute('href', '/node-man/jobs/7')
})

test('an empty answer is a wait while the host is not over, and an end after', async () => {
  show(<NoSteps jobId={'7' as NodeManJobId} name="10.0.0.1" data={instanceData({ live: true })} />)
  await expect.element(page.getByText('The steps are not laid out yet')).toBeVisible()
  show(
    <NoSteps
      jobId={'7' as NodeManJobId}
      name="10.0.0.1"
      data={instanceData({ live: false, outcome: 'SUCCESS' })}
    />,
  )
  await expect.element(page.getByText('Node-man lists no steps for this host')).toBeVisible()
})

test('a deployment with only the log call says so quietly: nothing is wrong', async () => {
  show(notices(instanceData({ steps: [instanceStep()], problem: upstreamProblem('not-offered') })))
  await expect.element(page.getByRole('status')).toHaveTextContent('Only the steps are known here')
  expect(page.getByRole('button', { name: 'Try again' }).all()).toHaveLength(0)
})
