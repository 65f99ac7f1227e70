import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { changeWatchList, readWatchList } from '#ui'
import { openPage } from '../open-page.fixture.ts'
import { WatchKeeper } from './watch-keeper.tsx'

const to = '/biz/2/job-instances/100'

const finished = {
  id: '100',
  scope: { type: 'biz', id: '2' },
  name: 'Release',
  status: 4,
  type: 1,
  launchMode: 2,
  operator: 'admin',
  createdAt: 1000,
  startedAt: 2000,
  endedAt: 5000,
  durationMs: 3000,
}

/** What the system would have shown. No test can press its own button for the permission. */
function stageNotices(): readonly string[] {
  const shown: string[] = []
  const real = Object.getOwnPropertyDescriptor(window, 'Notification')
  class Staged extends EventTarget {
    static readonly permission = 'granted'
    constructor(title: string, { body = '' }: NotificationOptions = {}) {
      super()
      shown.push(`${title}: ${body}`)
    }
  }
  Object.defineProperty(window, 'Notification', { configurable: true, value: Staged })
  onTestFinished(() => {
    if (real !== undefined) Object.defineProperty(window, 'Notification', real)
  })
  return shown
}

function keep(notify: boolean): void {
  changeWatchList(() => ({
    entries: [{ to, title: 'Release', status: null, finishedAt: null }],
    notify,
  }))
  const answers = () => ({ jobInstance: finished, finished: true, steps: [] })
  openPage({ Page: WatchKeeper, route: '/', address: '/', answers })
}

beforeEach(() => localStorage.clear())

test.each([
  [true, 1],
  [false, 0],
])('the end is said on the page, and by the system only when that is wanted: %s', async (notify, count) => {
  const shown = stageNotices()
  keep(notify)
  await expect.element(page.getByRole('link', { name: 'Release' })).toHaveAttribute('href', to)
  expect(readWatchList().entries[0]?.finishedAt).toBeGreaterThan(0)
  expect(shown).toHaveLength(count)
})
