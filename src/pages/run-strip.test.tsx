import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { JobInstance } from '#contract'
import type { Compared } from './compared-run.ts'
import { type Answers, openPage, problemAnswer } from './open-page.fixture.ts'
import { RunStrip } from './run-strip.tsx'

const dayMs = 86_400_000
const now = Date.now()

function run(daysAgo: number, changes: Partial<JobInstance> = {}): JobInstance {
  const createdAt = now - daysAgo * dayMs - 60_000
  return {
    id: `${1000 - daysAgo}` as JobInstance['id'],
    scope: { type: 'biz', id: '2' as JobInstance['scope']['id'] },
    name: 'nightly',
    status: 3,
    type: 0,
    launchMode: 3,
    operator: 'bot',
    createdAt,
    startedAt: createdAt,
    endedAt: createdAt + 60_000,
    durationMs: 60_000,
    ...changes,
  }
}

/** A history with these runs, and steps that count 60 targets, of which some failed. */
function platform(runs: readonly JobInstance[], failed: Readonly<Record<string, number>> = {}): Answers {
  return ({ pathname, searchParams }) => {
    const id = /\/biz\/2\/(\d+)$/.exec(pathname)?.[1]
    if (id !== undefined) return detail(runs.find((one) => one.id === id) ?? run(0), failed[id] ?? 0)
    const [from, to] = [Number(searchParams.get('from')), Number(searchParams.get('to'))]
    const items = runs.filter(({ createdAt }) => (createdAt ?? 0) >= from && (createdAt ?? 0) <= to)
    return { items, total: items.length, start: 0, length: 100 }
  }
}

function detail(jobInstance: JobInstance, failed: number) {
  const resultCounts = [
    { status: 9, tag: null, count: 60 - failed },
    ...(failed === 0 ? [] : [{ status: 104, tag: null, count: failed }]),
  ]
  const { createdAt, startedAt, endedAt, durationMs } = jobInstance
  const times = { createdAt, startedAt, endedAt, durationMs }
  const step = { id: '1', name: 'check', type: 1, status: 3, executeCount: 0, ...times, resultCounts }
  return { jobInstance, finished: true, steps: [step] }
}

function show(jobInstance: JobInstance, answers: Answers, first: Compared | null = null) {
  const Page = () => {
    const [compared, setCompared] = useState(first)
    return <RunStrip jobInstance={jobInstance} compared={compared} onCompare={setCompared} />
  }
  return openPage({ Page, route: '/', address: '/', answers })
}

const month = Array.from({ length: 14 }, (_, daysAgo) => run(daysAgo))

test('each run is a link with its state and duration, and this one is marked', async () => {
  show(run(0), platform(month))
  const bars = page.getByRole('list', { name: 'Same job, earlier runs' }).getByRole('link')
  await expect.poll(() => bars.elements().length).toBe(14)
  await expect.element(bars.first()).toHaveAttribute('href', '/biz/2/job-instances/987')
  await expect.element(bars.first()).toHaveAccessibleName(/Success, 1 min/)
  await expect.element(bars.last()).toHaveAttribute('aria-current', 'true')
})

test('last week’s run stands beside this one, with what differs in the counts and in time', async () => {
  const slow = run(0, { status: 4, durationMs: 90_000 })
  show(slow, platform([slow, ...month.slice(1)], { 1000: 5 }))
  await page.getByLabelText('Compare with').selectOptions('week')
  const table = page.getByRole('table')
  await expect
    .element(table.getByRole('link', { name: 'The other run' }))
    .toHaveAttribute('href', '/biz/2/job-instances/993')
  const row = (name: RegExp) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
  await expect.element(row(/^Duration/)).toHaveTextContent('30 s longer')
  await expect.element(row(/Non-zero exit code/)).toHaveTextContent('50+5')
  await expect.element(row(/^Success/)).toHaveTextContent('5560−5')
})

test('of a job that runs every minute, last week’s run is asked for separately', async () => {
  const minutes = Array.from({ length: 40 }, (_, index) =>
    run(0, { id: `${1000 - index}` as JobInstance['id'], createdAt: now - 60_000 * (index + 1) }),
  )
  const lastWeek = run(7, { id: '77' as JobInstance['id'] })
  // The newest hundred rows are all a list gives: none of them is a week old.
  const answers: Answers = (url) =>
    Number(url.searchParams.get('length')) === 100
      ? { items: minutes, total: 9000, start: 0, length: 100 }
      : platform([lastWeek])(url)
  show(minutes[0] ?? run(0), answers, 'week')
  await expect
    .element(page.getByRole('link', { name: 'The other run' }))
    .toHaveAttribute('href', '/biz/2/job-instances/77')
})

test('a newer run of the job is said, with its state', async () => {
  const newer = run(0, { status: 4 })
  show(run(1), platform([newer, ...month.slice(1)]))
  await expect
    .element(page.getByRole('link', { name: /newer run/ }))
    .toHaveAttribute('href', '/biz/2/job-instances/1000')
})

test('where runs cannot be listed it says so in a line, and a failure can be tried again', async () => {
  const { asked } = show(run(0), () => problemAnswer({ kind: 'not-offered' }))
  await expect.element(page.getByText('This deployment cannot list earlier runs.')).toBeVisible()
  expect(page.getByRole('alert').elements()).toEqual([])
  expect(asked.length).toBeGreaterThan(0)
})
