import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { LogSessionState } from '#api'
import { instanceData } from './instance-data.fixture.ts'
import { usePolling } from './use-polling.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
})

/** Shows the polling of a host; each call is how it stands next, answers how often its steps were asked for by then. */
function poll() {
  let asked = 0
  const reload = () => {
    asked += 1
  }
  function Poller({ live, state }: { readonly live: boolean; readonly state: Partial<LogSessionState> }) {
    usePolling({ ...instanceData({}, state).session, reload }, live)
    return null
  }
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  return (live: boolean, phase: LogSessionState['phase'], passingMs: number, isStopped = false): number => {
    flushSync(() => root.render(<Poller live={live} state={{ phase, isStopped }} />))
    vi.advanceTimersByTime(passingMs)
    return asked
  }
}

test('the steps of a running host are asked for 5 seconds after each answer, not while one is under way', () => {
  const askedAfter = poll()
  expect(askedAfter(true, 'settled', 4_999)).toBe(0)
  expect(askedAfter(true, 'settled', 1)).toBe(1)
  expect(askedAfter(true, 'loading', 60_000)).toBe(1)
  expect(askedAfter(true, 'settled', 5_000)).toBe(2)
})

test('asking ends with the host, and begins again when it runs again', () => {
  const askedAfter = poll()
  expect(askedAfter(true, 'settled', 5_000)).toBe(1)
  expect(askedAfter(true, 'loading', 0)).toBe(1)
  expect(askedAfter(false, 'settled', 600_000)).toBe(1)
  expect(askedAfter(true, 'settled', 5_000)).toBe(2)
})

test('what was due when the host ended is not asked for any more', () => {
  const askedAfter = poll()
  expect(askedAfter(true, 'settled', 3_000)).toBe(0)
  expect(askedAfter(false, 'settled', 600_000)).toBe(0)
})

test('what the reader stopped is asked for again when he says so, not before', () => {
  const askedAfter = poll()
  expect(askedAfter(true, 'loading', 0)).toBe(0)
  expect(askedAfter(true, 'settled', 600_000, true)).toBe(0)
  expect(askedAfter(true, 'settled', 5_000)).toBe(1)
})
