import { expect, test } from 'vitest'
import type { JobInstance, JobInstancePage } from '#contract'
import { hasNextPage, historyQuery } from './history-query.ts'
import { readHistoryUrl } from './url.ts'

const day = 86_400_000

test('the address becomes a query; what is not filtered is not asked', () => {
  const url = readHistoryUrl(new URLSearchParams('range=24h&page=3&size=20&status=4&id=7'))
  expect(historyQuery(url, 5 * day)).toEqual({
    from: 4 * day,
    to: 5 * day,
    start: 40,
    length: 20,
    status: 4,
    jobInstanceId: '7',
  })
})

test('without a total, a full page may have a next one', () => {
  const page = (count: number, total: number | null): JobInstancePage => ({
    items: Array.from({ length: count }, () => ({}) as JobInstance),
    total,
    start: 20,
    length: 20,
  })
  expect(hasNextPage(page(20, null), null)).toBe(true)
  expect(hasNextPage(page(19, null), null)).toBe(false)
  expect(hasNextPage(page(20, 40), null)).toBe(false)
  expect(hasNextPage(page(20, 41), null)).toBe(true)
  // v4 refuses to begin further down than this.
  expect(hasNextPage(page(20, null), 40)).toBe(true)
  expect(hasNextPage(page(20, null), 39)).toBe(false)
})
