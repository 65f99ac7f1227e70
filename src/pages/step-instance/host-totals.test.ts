import { expect, test } from 'vitest'
import { loadMessages, railMessages } from '#i18n'
import { hostTotals } from './host-totals.ts'
import { statusChips } from './status-chips.ts'

const counts = [
  { status: 104, count: 5 },
  { status: 777, count: 2 },
  { status: 7, count: 1000 },
  { status: 5, count: 3 },
  { status: 9, count: 1200 },
]

const format = { number: (value: number) => value.toLocaleString('en') }

test('totals count unknown results as unknown, and leave out what is none', async () => {
  const messages = { ...(await loadMessages('en')), rail: railMessages.en }
  expect(hostTotals(counts, 'host', false, messages, format)).toBe(
    '2,210 hosts · 5 failed · 2 of unknown status · 1,000 running · 3 waiting · 1,200 succeeded',
  )
  expect(hostTotals([{ status: 9, count: 1 }], 'container', false, messages, format)).toBe(
    '1 container · 1 succeeded',
  )
})

test('of a step that has ended nothing runs', async () => {
  const messages = { ...(await loadMessages('en')), rail: railMessages.en }
  expect(hostTotals([{ status: 7, count: 2 }], 'host', true, messages, format)).toBe(
    '2 hosts · 2 still running when the step ended',
  )
  expect(statusChips([{ status: 7, count: 2 }], true, messages, format as never)[1]?.label).toBe(
    'Was running when the step ended 2',
  )
})

test('hosts without results are only counted', async () => {
  const messages = { ...(await loadMessages('zh-CN')), rail: railMessages['zh-CN'] }
  expect(hostTotals([{ status: null, count: 12 }], 'host', false, messages, format)).toBe('12 台主机')
})
