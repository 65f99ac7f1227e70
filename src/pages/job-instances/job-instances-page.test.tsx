import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { JobInstance } from '#contract'
import { type Answers, capabilities, openPage, problemAnswer } from '../open-page.fixture.ts'
import { JobInstancesPage } from './job-instances-page.tsx'

function instance(id: number, changes: Partial<JobInstance> = {}): JobInstance {
  return {
    id: String(id) as JobInstance['id'],
    scope: { type: 'biz', id: '2' as JobInstance['scope']['id'] },
    name: `deploy ${id}`,
    status: 3,
    type: 1,
    launchMode: 2,
    operator: 'admin',
    createdAt: 1000,
    startedAt: 2000,
    endedAt: 5000,
    durationMs: 3000,
    ...changes,
  }
}

const twenty = Array.from({ length: 20 }, (_, index) => instance(100 + index))

/** A history with these rows; `total` null is a deployment that does not count (v4). */
function history(items: readonly JobInstance[], total: number | null = items.length): Answers {
  return ({ pathname, searchParams }) => {
    if (pathname === '/api/capabilities') return capabilities
    return { items, total, start: Number(searchParams.get('start')), length: 20 }
  }
}

function open(query: string, answers: Answers, path = '/biz/2/job-instances') {
  return openPage({
    Page: JobInstancesPage,
    route: '/:scopeType/:scopeId/job-instances',
    address: `${path}?${query}`,
    answers,
  })
}

const lists = (url: URL) => url.pathname === '/api/job-instances/biz/2'

test('rows are links to their executions, with totals and states in words', async () => {
  open('size=20', history([instance(100, { status: 4, name: 'deploy' })]))
  const grid = page.getByRole('grid', { name: 'Job instances' })
  await expect
    .element(grid.getByRole('link', { name: 'deploy' }))
    .toHaveAttribute('href', '/biz/2/job-instances/100')
  await expect.element(grid.getByText('Failed')).toBeVisible()
  await expect.element(page.getByText('1–1 of 1 job instance')).toBeVisible()
  expect(document.title).toBe('Job instances of Business 2 — Joblens')
})

test('a page beyond what can be come to is not asked for', async () => {
  const jobInstanceList = { total: false, maxSpanDays: null, maxStart: 10_000 }
  const asked: string[] = []
  open('size=20&page=600', (url) => {
    if (lists(url)) asked.push(url.search)
    const { job } = capabilities
    return url.pathname === '/api/capabilities'
      ? { ...capabilities, job: { ...job, jobInstanceList } }
      : history([])(url)
  })
  await expect
    .element(page.getByText(/skips 10,000 job instances at most: with 20 on a page the newest 10,020/))
    .toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Go to the first page' })).toBeVisible()
  expect(asked).toEqual([])
})

test('without a total a full page offers the next one, and says that nobody counted', async () => {
  open('size=20&embed=v1', history(twenty, null))
  await expect
    .element(page.getByRole('link', { name: 'Next' }))
    .toHaveAttribute('href', '/biz/2/job-instances?size=20&embed=v1&page=2')
  await expect.element(page.getByText(/does not count/)).toBeVisible()
})

test('a filter goes into the address, to the gateway, and back to the first page', async () => {
  await page.viewport(1280, 800)
  const { asked } = open('page=3', history(twenty))
  await expect.element(page.getByRole('grid')).toBeVisible()
  await page.getByLabelText('Status').selectOptions('4')
  await expect.element(page.getByText('/biz/2/job-instances?status=4', { exact: true })).toBeInTheDocument()
  // The address is there a moment before the question is.
  await expect.poll(() => asked.filter(lists).at(-1)?.searchParams.get('status')).toBe('4')
  expect(asked.filter(lists).at(-1)?.searchParams.get('start')).toBe('0')
})

test('a text that is no id is refused in words and not asked for', async () => {
  await page.viewport(1280, 800)
  const { asked } = open('', history(twenty))
  await page.getByLabelText('Job instance id').fill('12a')
  await page.getByLabelText('Operator').click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('whole number')
  expect(asked.filter(lists)).toHaveLength(1)
})

test('a part of an address, typed or in the link, is refused in words; a link with no filter in it says so', async () => {
  await page.viewport(1280, 800)
  const { asked } = open('ip=10.0.0&jobInstanceId=abc', history(twenty))
  const field = page.getByLabelText('Target IPv4')
  const unread = page.getByText(/nothing is filtered by it: ip=10\.0\.0, jobInstanceId=abc\./)
  await expect.element(unread).toHaveTextContent('A whole IPv4 address is needed')
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect.element(page.getByText('/biz/2/job-instances', { exact: true })).toBeInTheDocument()
  expect(page.getByText(/jobInstanceId=abc/).all()).toHaveLength(0)
  await field.fill('10.0.0.7')
  await page.getByLabelText('Operator').click()
  await expect.poll(() => asked.filter(lists).at(-1)?.searchParams.get('ip')).toBe('10.0.0.7')
  expect(page.getByRole('alert').all()).toHaveLength(0)
  await field.fill('10.0.')
  await page.getByLabelText('Operator').click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('A whole IPv4 address is needed')
  expect(asked.filter(lists).at(-1)?.searchParams.get('ip')).toBe('10.0.0.7')
})

test('a range longer than the deployment lists is explained instead of asked for', async () => {
  const { asked } = open(`from=1000&to=${61 * 86_400_000}`, history(twenty))
  await expect.element(page.getByText('More than 30 days cannot be listed at once here')).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Show: Last 30 days' }))
    .toHaveAttribute('href', '/biz/2/job-instances?range=30d')
  expect(asked.filter(lists)).toHaveLength(0)
})

test('an empty range offers the next wider one', async () => {
  open('range=24h', history([]))
  await expect.element(page.getByText('No job instance in this time range')).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Widen to: Last 7 days' }))
    .toHaveAttribute('href', '/biz/2/job-instances')
})

test('a denial says so together with the request id', async () => {
  open('', ({ pathname }) => (pathname === '/api/capabilities' ? capabilities : problemAnswer({})))
  await expect.element(page.getByRole('alert')).toHaveTextContent('You do not have permission')
  await expect.element(page.getByRole('alert')).toHaveTextContent('request-7')
})

test('an address without a scope says what a scope is, and asks nothing', async () => {
  const { asked } = open('', history([]), '/planet/9/job-instances')
  await expect.element(page.getByText('This address names no scope')).toBeVisible()
  expect(asked.every(({ pathname }) => pathname === '/api/capabilities')).toBe(true)
})

test('on a phone the filters are folded away until something is filtered', async () => {
  await page.viewport(360, 740)
  open('', history(twenty))
  await expect.element(page.getByRole('grid')).toBeVisible()
  await expect.element(page.getByLabelText('Operator', { exact: true })).not.toBeVisible()
  await page.getByText('Filters', { exact: true }).click()
  await expect.element(page.getByLabelText('Operator', { exact: true })).toBeVisible()
})

test('on a phone a row is a card whose name has the whole width, sorted without a heading', async () => {
  await page.viewport(360, 740)
  localStorage.clear()
  const name = 'deploy every region, step by step'
  open('', history([instance(100, { name, status: 7 }), instance(101, { status: 4 })]))
  const link = page.getByRole('link', { name })
  await expect.element(link).toBeVisible()
  expect(link.element().scrollWidth).toBeLessThanOrEqual(link.element().clientWidth)
  const [first, second] = page.getByRole('gridcell').elements()
  expect(first?.textContent).toMatch(/Waiting for confirmation.*:01 · admin · 100 · Script$/)
  expect(second?.scrollWidth).toBeLessThanOrEqual(second?.clientWidth ?? 0)
  await page.getByLabelText('Sort by').selectOptions('Status ▲')
  await expect.element(page.getByRole('row').nth(1)).toHaveTextContent('Failed')
  await expect.element(page.getByText('/biz/2/job-instances?sort=status')).toBeInTheDocument()
})

test('a zone that all moments share is said once, in the heading', async () => {
  await page.viewport(1280, 800)
  localStorage.clear()
  open('', history([instance(100)]))
  await expect.element(page.getByRole('columnheader', { name: /^Created \(.+\)$/ })).toBeVisible()
  await expect.element(page.getByRole('gridcell', { name: /^\d{4}-\d\d-\d\d \d\d:\d\d:01$/ })).toBeVisible()
})

test('where job instances cannot be listed, one is opened by its id, and no filter is in the way', async () => {
  open('', ({ pathname }) =>
    pathname === '/api/capabilities' ? capabilities : problemAnswer({ kind: 'not-offered' }),
  )
  await expect.element(page.getByText(/^This deployment cannot list job instances/)).toBeVisible()
  expect(page.getByLabelText('Operator').all()).toHaveLength(0)
  await page.getByRole('searchbox', { name: 'Job instance id' }).fill('100')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect.element(page.getByText('/biz/2/job-instances/100')).toBeInTheDocument()
})

test('a poll changes states, and neither moves a row nor takes the keys away', async () => {
  await page.viewport(1280, 800)
  let polls = 0
  const answers: Answers = (url) => {
    if (!lists(url)) return history([])(url)
    polls += 1
    const running = instance(101, { status: polls > 1 ? 4 : 2, durationMs: polls > 1 ? 90_000 : null })
    return { items: [instance(100), running, instance(102)], total: 3, start: 0, length: 20 }
  }
  open('sort=status&only=2.3', answers)
  const grid = page.getByRole('grid')
  await expect.element(grid.getByText('Running')).toBeVisible()
  grid.element().focus()
  await userEvent.keyboard('{ArrowDown}')
  const names = () =>
    grid
      .getByRole('link')
      .elements()
      .map(({ textContent }) => textContent)
  const before = names()
  await expect.poll(() => grid.getByText('Failed').elements().length, { timeout: 10_000 }).toBe(1)
  expect(names()).toEqual(before)
  expect(document.activeElement).toBe(grid.element())
  expect(grid.element().getAttribute('aria-activedescendant')).toMatch(/row-0$/)
})

test('columns and density are chosen once, for every visit', async () => {
  await page.viewport(1280, 800)
  localStorage.clear()
  open('', history(twenty))
  await page.getByText('Columns', { exact: true }).click()
  const header = (name: string) => page.getByRole('columnheader', { name })
  await expect.element(header('Type')).toBeVisible()
  await page.getByLabelText('Launch mode').last().click()
  await page.getByLabelText('Type').last().click()
  await page.getByRole('combobox', { name: 'Rows', exact: true }).selectOptions('compact')
  await expect.element(header('Launch mode')).toBeVisible()
  await expect.element(header('Type')).not.toBeInTheDocument()
  expect(JSON.parse(localStorage.getItem('joblens.history-table') ?? '')).toMatchObject({
    density: 'compact',
  })
  localStorage.clear()
})
