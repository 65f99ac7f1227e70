import { expect, test } from 'vitest'
import { newerVersion, type UpgradePlan, upgradeAddress } from './address-version.ts'
import { withoutStickySearch, withStickySearch } from './sticky-search.ts'

/** Two changes as they may come: a parameter gets another name and meaning, then a path another form. */
const planted: UpgradePlan = {
  version: 3,
  upgrades: [
    ({ pathname, query }) => {
      const attempt = query.get('executeCount')
      if (attempt !== null) query.set('attempt', `${Number(attempt) + 1}`)
      query.delete('executeCount')
      return { pathname, query }
    },
    ({ pathname, query }) => ({ pathname: pathname.replace('/job-instances/', '/runs/'), query }),
  ],
}

test.each([
  // Without `v`: version 1, as today's links are.
  ['/biz/2/job-instances/7?executeCount=0&line=3', '/biz/2/runs/7?line=3&attempt=1&v=3'],
  ['/biz/2/job-instances/7?v=1&executeCount=1', '/biz/2/runs/7?attempt=2&v=3'],
  ['/biz/2/job-instances/7?attempt=2&v=2', '/biz/2/runs/7?attempt=2&v=3'],
  ['/biz/2/runs/7?attempt=2&v=3', '/biz/2/runs/7?attempt=2&v=3'],
  ['/biz/2/job-instances/7#part', '/biz/2/runs/7?v=3#part'],
  ['/biz/2/job-instances/7?find=a%3Fb&v=nonsense', '/biz/2/runs/7?find=a%3Fb&v=3'],
  // Newer than this Joblens: read as it stands.
  ['/biz/2/runs/7?attempt=2&v=9', '/biz/2/runs/7?attempt=2&v=3'],
])('%s becomes %s', (old, now) => {
  expect(upgradeAddress(old, planted)).toBe(now)
  expect(upgradeAddress(now, planted)).toBe(now)
})

test('what a page wrote itself is not upgraded a second time, with its version or without', () => {
  expect(upgradeAddress('/biz/2/runs/7?attempt=2', planted)).toBe('/biz/2/runs/7?attempt=2&v=3')
})

test('links carry the version on, and do not lose it when they are copied', () => {
  expect(withStickySearch('/biz/2/runs/7', '?v=3&lang=en')).toBe('/biz/2/runs/7?lang=en&v=3')
  expect(withoutStickySearch('?v=3&lang=en')).toBe('?v=3')
})

test('today nothing of it is to be seen', () => {
  const address = '/biz/2/job-instances/7?host=0%3A10.0.0.1&find=a+b#x'
  expect(upgradeAddress(address)).toBe(address)
  expect(upgradeAddress('/node-man/jobs?v=1&page=2')).toBe('/node-man/jobs?page=2')
  expect(upgradeAddress('/node-man/jobs?page=2&v=7')).toBe('/node-man/jobs?page=2')
})

test('a link of a later version is known as one, whatever else is in its query', () => {
  expect(newerVersion('/node-man/jobs?page=2&v=7')).toBe(7)
  expect(newerVersion('/?v=7#/task-list')).toBe(7)
  expect(newerVersion('/biz/2/runs/7?v=4', planted)).toBe(4)
  for (const known of ['?v=3', '?v=1', '?v=nonsense', '?v=20261123', '?find=a?v=9', '', '#?v=9'])
    expect(newerVersion(`/biz/2/runs/7${known}`, planted), known).toBe(null)
})
