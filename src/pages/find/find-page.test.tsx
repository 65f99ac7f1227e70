import { ThemeProvider } from '@mui/material/styles'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ApiProblem, ApiProvider, browserProblem, createApi } from '#api'
import { createJoblensTheme, rememberVisit } from '#ui'
import { capabilities, problemAnswer } from '../open-page.fixture.ts'
import { Page } from './find-page.tsx'

const jobInstance = {
  id: '100',
  scope: { type: 'biz', id: '3' },
  name: 'deploy',
  status: 3,
  type: 0,
  launchMode: 1,
  operator: null,
  createdAt: null,
  startedAt: null,
  endedAt: null,
  durationMs: null,
}

const scopes = [
  { type: 'biz', id: '2', name: 'Demo' },
  { type: 'biz', id: '3', name: 'Other' },
]

/** A gateway whose scope 3 holds job instance 100, and whose scope 9 denies. `null` scopes = the deployment cannot list them. */
function gateway(listed: typeof scopes | null): typeof fetch {
  return async (input) => {
    const { pathname } = new URL(String(input))
    if (pathname === '/api/capabilities')
      return Response.json({ ...capabilities, nodeMan: { api: 'esb', sandbox: false, jobList: false } })
    if (pathname === '/api/scopes') return Response.json({ scopes: listed })
    if (pathname === '/api/job-instances/biz/9') return Response.json(problemAnswer({}), { status: 403 })
    const isHome = pathname === '/api/job-instances/biz/3' && String(input).includes('jobInstanceId=100')
    return Response.json({ items: isHome ? [jobInstance] : [], total: null, start: 0, length: 1 })
  }
}

function Whereabouts() {
  const { pathname, search } = useLocation()
  return <output>{`${pathname}${search}`}</output>
}

function open(
  address: string,
  listed: typeof scopes | null = scopes,
  queries: QueryClient = new QueryClient(),
): void {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  flushSync(() =>
    root.render(
      <ThemeProvider theme={createJoblensTheme()}>
        <QueryClientProvider client={queries}>
          <ApiProvider api={createApi({ basePath: '/', fetch: gateway(listed) })}>
            <MemoryRouter initialEntries={[address]}>
              <Whereabouts />
              <Routes>
                <Route path="/" element={<Page />} />
                <Route path="/api_execute/*" element={<Page />} />
                <Route path="/:scopeType/:scopeId/execute/*" element={<Page />} />
                <Route path="*" element="elsewhere" />
              </Routes>
            </MemoryRouter>
          </ApiProvider>
        </QueryClientProvider>
      </ThemeProvider>,
    ),
  )
}

const box = page.getByRole('textbox', { name: 'Paste a link or an id' })
const whereabouts = page.getByRole('status').filter({ hasText: /^\// })

beforeEach(() => localStorage.clear())

describe('pasting', () => {
  test('says what it understood before Enter, then opens it', async () => {
    open('/')
    await box.fill('https://job.bk/biz/2/execute/task/100')
    const link = page.getByRole('link', { name: 'job instance 100 of Demo (Business 2)' })
    await expect.element(link).toHaveAttribute('href', '/biz/2/job-instances/100')
    await userEvent.keyboard('{Enter}')
    await expect.element(whereabouts).toHaveTextContent('/biz/2/job-instances/100')
  })

  test('a bare number offers both meanings, and Enter only goes to the first choice', async () => {
    open('/')
    await box.fill('100')
    await expect.element(page.getByText('This can mean several things. Which one is it?')).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'node-man job 100' })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toMatch('Look in the 2 scopes I may see')
  })

  test('a link without scope is looked for in the scopes the reader may see', async () => {
    open('/')
    await box.fill('https://job.bk/api_execute/100')
    await userEvent.keyboard('{Enter}')
    await expect.element(whereabouts).toHaveTextContent('/biz/3/job-instances/100')
  })

  test('a job instance that is in none of them is said to be nowhere', async () => {
    open('/')
    await box.fill('https://job.bk/api_execute/101')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/^Not found in the 2 scopes that answered/)).toBeVisible()
  })

  test('a scope that denies is not one that was looked into', async () => {
    open('/', [...scopes, { type: 'biz', id: '9', name: 'Closed' }])
    await box.fill('https://job.bk/api_execute/101')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/^Not found in the 2 scopes that answered/)).toBeVisible()
    await expect
      .element(page.getByText('It may be in what you may not look into: Closed (Business 9).'))
      .toBeVisible()
  })

  test('where scopes cannot be listed, one is typed', async () => {
    open('/', null)
    await box.fill('https://job.bk/api_execute_step/100/200')
    const form = page.getByRole('listitem')
    await form.getByRole('textbox', { name: 'Scope id' }).fill('x')
    await form.getByRole('button', { name: 'Open' }).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('A scope id is a number.')
    await form.getByRole('textbox', { name: 'Scope id' }).fill('7')
    await form.getByRole('button', { name: 'Open' }).click()
    await expect.element(whereabouts).toHaveTextContent('/biz/7/job-instances/100/steps/200')
  })

  test('an instance id alone asks for its node-man job', async () => {
    open('/')
    await box.fill('host|instance|host|1')
    await page.getByRole('textbox', { name: 'Node-man job id' }).fill('12')
    await userEvent.keyboard('{Enter}')
    await expect
      .element(whereabouts)
      .toHaveTextContent('/node-man/jobs/12/instances/host%7Cinstance%7Chost%7C1')
  })

  test('a job and a host beside each other are offered as what they can be together, told apart by words', async () => {
    open('/')
    await box.fill('1103 10.2.0.3')
    const link = page.getByRole('link', { name: 'node-man job 1103' })
    await expect.element(link).toHaveAttribute('href', '/node-man/jobs/1103?ip=10.2.0.3')
    await expect.element(page.getByText('job instance 1103', { exact: true })).toBeVisible()
    await expect.element(page.getByRole('definition').first()).toHaveTextContent('10.2.0.3')
    await box.fill('biz 3 100 10.2.0.3')
    await userEvent.keyboard('{Enter}')
    await expect.element(whereabouts).toHaveTextContent('/biz/3/job-instances/100?hosts=0%3A10.2.0.3')
  })

  test('nonsense gets words, also a megabyte of it', async () => {
    open('/')
    await box.fill('what is this')
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('This is neither a link nor an id, and names no host.')
    await box.fill('x'.repeat(1_000_000))
    await expect.element(page.getByRole('alert')).toHaveTextContent('too long')
  })
})

describe("the platform's own addresses", () => {
  test.each([
    ['/biz/2/execute/step/100?stepInstanceId=200&lang=en', '/biz/2/job-instances/100/steps/200?lang=en'],
    ['/?bk_scope_type=biz_set&bk_scope_id=9&job_instance_id=100', '/biz_set/9/job-instances/100'],
    ['/?embed=v1#/task-list/detail/12', '/node-man/jobs/12?embed=v1'],
    ['/api_execute/100?lang=en', '/biz/3/job-instances/100?lang=en'],
  ])('%s leads on to %s', async (address, path) => {
    open(address)
    await expect.element(whereabouts).toHaveTextContent(path)
  })

  test("a portal's own parameters do not disturb the start page", async () => {
    open('/?utm_source=portal')
    await expect.element(box).toHaveValue('')
  })
})

test('scopes are links to their history, and can be filtered', async () => {
  open('/?lang=en')
  const demo = page.getByRole('link', { name: 'Demo (Business 2)' })
  await expect.element(demo).toHaveAttribute('href', '/biz/2/job-instances?lang=en')
  await page.getByRole('searchbox', { name: 'Filter scopes by name or id' }).fill('other')
  await expect.element(page.getByRole('link', { name: 'Other (Business 3)' })).toBeVisible()
  await expect.element(demo).not.toBeInTheDocument()
})

describe('hosts', () => {
  test('several and the ids of a step: the link asks for them and shows no others', async () => {
    open('/')
    await box.fill('10.0.0.7 10.0.0.8')
    const form = page.getByRole('list').getByRole('form', { name: 'A job instance or one of its steps' })
    await form.getByLabelText('Scope id').fill('2')
    await form.getByLabelText('Job instance id').fill('100')
    await form.getByLabelText('Step instance id').fill('200')
    await form.getByRole('button', { name: 'Open' }).click()
    const both = '0%3A10.0.0.7+0%3A10.0.0.8'
    await expect.element(whereabouts).toHaveTextContent(`/biz/2/job-instances/100/steps/200?hosts=${both}`)
  })

  test('one address leads to what ran on it, and to its logs in a step by ids', async () => {
    rememberVisit({ to: '/biz/2/job-instances/55', title: 'Nightly', visitedAt: Date.now() })
    open('/')
    await box.fill('10.0.0.7')
    await expect
      .element(page.getByRole('link', { name: 'job instances that ran on 10.0.0.7 in Demo (Business 2)' }))
      .toHaveAttribute('href', '/biz/2/job-instances?ip=10.0.0.7')
    const form = page.getByRole('list').getByRole('form', { name: 'A job instance or one of its steps' })
    await form.getByLabelText('Job instance id').fill('100')
    await form.getByRole('button', { name: 'Open' }).click()
    await expect.element(whereabouts).toHaveTextContent('/biz/2/job-instances/100?hosts=0%3A10.0.0.7')
  })

  test('a pasted column of any shapes is counted before anything is asked', async () => {
    open('/')
    await box.fill('10.0.0.[1-9]\n3:10.0.1.7; 2001:db8::1\n50001')
    await expect.element(page.getByRole('list').getByText('12 hosts').first()).toBeVisible()
  })

  test('other hosts pasted after those are the ones that are opened; the ids typed meanwhile stay', async () => {
    open('/')
    await box.fill('10.0.0.[1-9]')
    const form = page.getByRole('list').getByRole('form', { name: 'A job instance or one of its steps' })
    await form.getByLabelText('Job instance id').fill('100')
    await box.fill('10.0.0.1, 10.0.0.2')
    await expect.element(form.getByLabelText(/^Hosts/)).toHaveValue('0:10.0.0.1, 0:10.0.0.2')
    await expect.element(form.getByLabelText('Job instance id')).toHaveValue('100')
  })
})

test('the box says what else a link names, and what its job instance is', async () => {
  open('/')
  await box.fill('/biz/3/job-instances/100/steps/200?host=0:10.0.0.1&line=12-40&executeCount=2')
  await expect.element(page.getByText('12–40')).toBeVisible()
  await expect.element(page.getByText('0:10.0.0.1', { exact: true })).toBeVisible()
  const attempt = page.getByRole('definition').filter({ hasText: /^3$/ })
  await expect.element(attempt).toBeVisible()
  await expect.element(page.getByText('deploy')).toBeVisible()
})

test('the down key goes to the choices, and the up key back', async () => {
  open('/')
  await box.fill('100')
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toMatch('Look in the 2 scopes I may see')
  await userEvent.keyboard('{ArrowUp}')
  expect(document.activeElement).toBe(box.element())
})

test('a star stays, and is taken back', async () => {
  rememberVisit({ to: '/biz/2/job-instances/55', title: 'Nightly', visitedAt: Date.now() })
  open('/')
  await page.getByRole('button', { name: 'Star Nightly' }).click()
  const starred = page.getByRole('list', { name: 'Starred' })
  await expect.element(starred.getByText('Demo (Business 2)')).toBeVisible()
  await starred.getByRole('button', { name: 'Remove the star of Nightly' }).click()
  await expect.element(page.getByRole('button', { name: 'Star Nightly' })).toBeVisible()
})

test('where a star was taken away, the keyboard goes on with the next, and at last with the heading', async () => {
  for (const id of ['55', '56', '57'])
    rememberVisit({ to: `/biz/2/job-instances/${id}`, title: `Nightly ${id}`, visitedAt: Date.now() })
  open('/')
  for (const id of ['55', '56', '57']) await page.getByRole('button', { name: `Star Nightly ${id}` }).click()
  const starred = page.getByRole('list', { name: 'Starred' })
  const unstar = (id: string) => starred.getByRole('button', { name: `Remove the star of Nightly ${id}` })
  await unstar('56').click()
  expect(document.activeElement).toBe(unstar('55').element())
  await unstar('55').click()
  expect(document.activeElement).toBe(unstar('57').element())
  await unstar('57').click()
  expect(document.activeElement?.textContent).toBe('Starred')
})

test('what was opened before is offered again, and can be forgotten', async () => {
  rememberVisit({ to: '/biz/2/job-instances/55', title: 'Nightly', visitedAt: Date.now() })
  open('/')
  await expect
    .element(page.getByRole('link', { name: 'Nightly' }))
    .toHaveAttribute('href', '/biz/2/job-instances/55')
  await page.getByRole('button', { name: 'Forget these' }).click()
  await expect.element(page.getByRole('link', { name: 'Nightly' })).not.toBeInTheDocument()
})

test('where node-man jobs cannot be listed, no list of them is offered', async () => {
  open('/')
  await expect.element(page.getByText('Node-man jobs cannot be listed in this deployment')).toBeVisible()
  expect(page.getByRole('link', { name: 'All node-man jobs' }).all()).toHaveLength(0)
})

test('an old link names its business as the likely scope, and offers it first', async () => {
  open('/', null)
  await page.getByRole('textbox', { name: 'Paste a link or an id' }).fill('https://job.bk/4/execute/step/100')
  await expect.element(page.getByText(/Most likely it belongs to Business 4/)).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'open it in Business 4' }))
    .toHaveAttribute('href', '/biz/4/job-instances/100')
})

test('a list that was refused in this visit is no longer led to', async () => {
  const queries = new QueryClient()
  const refused = new ApiProblem(browserProblem('not-offered', 'no such call'))
  const queryFn = () => Promise.reject(refused)
  await queries.prefetchQuery({ queryKey: ['job-instances', 'biz', '2'], queryFn, retry: false })
  open('/', scopes, queries)
  await expect.element(page.getByText(/^This deployment refused to list the jobs of a scope/)).toBeVisible()
})
