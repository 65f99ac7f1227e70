import { expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { ApiProvider, createApi, type LogSessionState } from '#api'
import { setFramed } from '#ui'
import { HostLog } from './host-log.tsx'
import { mount } from './mount.fixture.ts'
import { problemOf, scriptLogOf, sessionOf } from './step-instance.fixture.ts'
import { readQuery } from './url.ts'

/** Nothing here asks for anything. */
const api = createApi({ basePath: '/', fetch: () => new Promise<Response>(() => undefined) })

function show(state: Partial<LogSessionState>, unfinished = false, loadRest = () => undefined) {
  mount(
    <ApiProvider api={api}>
      <HostLog
        session={{
          state: sessionOf({ completedOnce: true, ...state }),
          reload: () => undefined,
          loadRest,
          stop: () => undefined,
        }}
        hostKey="1"
        address="10.0.0.1"
        unfinished={unfinished}
        asked={readQuery('').view}
        onAskedChange={() => undefined}
        lineHref={({ first }) => `?line=${first}`}
      />
    </ApiProvider>,
  )
}

const missing = new Set(['1'])

test.each([
  ['No log yet', { missing }, true],
  ['No log: the job platform keeps no log for this host', { missing }, false],
  ['The log of this host is empty', { logs: new Map([['1', scriptLogOf('1', 0)]]) }, false],
  [
    'The job platform answered with no log (null)',
    { logs: new Map([['1', scriptLogOf('1', 0, { content: 'null' })]]) },
    false,
  ],
  ['This step has no log', { logType: 'none' as const }, false],
])('"%s" has its own words', async (words, state, unfinished) => {
  show(state, unfinished)
  await expect.element(page.getByRole('status').getByText(words, { exact: true })).toBeVisible()
})

test('a problem of this host shows words and request id together, and can be tried again', async () => {
  const loadRest = vi.fn()
  show({ failures: [{ keys: ['1'], problem: problemOf('timeout') }] }, false, loadRest)
  const alert = page.getByRole('alert')
  await expect.element(alert).toHaveTextContent('words of upstream')
  await expect.element(alert).toHaveTextContent('request-1')
  await alert.getByRole('button', { name: 'Try again' }).click()
  expect(loadRest).toHaveBeenCalledOnce()
})

test('a sign-in that ran out offers the way to sign in, and back here; in a frame, in a new tab', async () => {
  const problem = problemOf('not-signed-in', { loginUrl: 'https://login.example/' })
  const link = page.getByRole('alert').getByRole('link', { name: 'Sign in' })
  const backTo = (address: string) => `https://login.example/?c_url=${encodeURIComponent(address)}`
  onTestFinished(() => setFramed(false))
  show({ problem })
  await expect.element(link).toHaveAttribute('href', backTo(window.location.href))
  setFramed(true)
  show({ problem })
  await expect.element(link.nth(1)).toHaveAttribute('href', backTo(`${window.location.origin}/signed-in`))
  await expect.element(link.nth(1)).toHaveAttribute('target', '_blank')
})

test('parts that this page is too old to read are counted', async () => {
  show({ missing, unreadableFrames: 2 })
  await expect.element(page.getByText(/^2 parts of the answer could not be read/)).toBeVisible()
})
