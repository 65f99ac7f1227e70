import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keep, readKept } from './kept-json.ts'
import { forgetVisits, recentVisits, rememberVisit, tellNowhere } from './recent-visits.ts'

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

const visit = (id: number) => ({ to: `/node-man/jobs/${id}`, title: `Job ${id}`, visitedAt: id })

test('the newest is on top, a page seen again moves up, and the list stays short', () => {
  for (let id = 1; id <= 40; id += 1) rememberVisit(visit(id))
  rememberVisit({ ...visit(39), visitedAt: 100 })
  const visits = recentVisits()
  expect(visits.slice(0, 3).map(({ to }) => to)).toEqual(
    [visit(39), visit(40), visit(38)].map(({ to }) => to),
  )
  expect(visits).toHaveLength(30)
  forgetVisits()
  expect(recentVisits()).toEqual([])
})

test('what cannot be read, or leads elsewhere, is left out alone', () => {
  keep('recent-visits', [
    visit(1),
    null,
    7,
    { to: 'https://evil.example', title: '', visitedAt: 1 },
    { to: '//evil.example', title: '', visitedAt: 1 },
    { to: '/\t/evil.example', title: '', visitedAt: 1 },
    { to: 'javascript:alert(1)', title: '', visitedAt: 1 },
    { to: '/a', title: 3, visitedAt: 1 },
    visit(2),
  ])
  expect(recentVisits()).toEqual([visit(1), visit(2)])
  localStorage.setItem('joblens.recent-visits', '{')
  expect(recentVisits()).toEqual([])
})

test('with storage blocked, visits last as long as the page', () => {
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
  expect(keep('anything', 1)).toBe(false)
  expect(readKept('anything')).toBe(1)
  rememberVisit(visit(1))
  expect(recentVisits()).toEqual([visit(1)])
})

test('an address that leads nowhere is neither kept nor remembered, until there is something', () => {
  rememberVisit(visit(1))
  rememberVisit(visit(2))
  tellNowhere(visit(1).to, true)
  rememberVisit(visit(1))
  expect(recentVisits()).toEqual([visit(2)])
  tellNowhere(visit(1).to, false)
  rememberVisit(visit(1))
  expect(recentVisits()).toEqual([visit(1), visit(2)])
})
