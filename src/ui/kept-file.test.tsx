import { beforeEach, expect, test } from 'vitest'
import { exportKept, forgetChoices, importKept } from './kept-file.ts'
import { keep, readKept } from './kept-json.ts'
import { changePreferences, readPreferences } from './preferences.ts'
import { recentVisits, rememberVisit } from './recent-visits.ts'
import { starredPages, toggleStar } from './stars.ts'

const visit = { to: '/biz/2/job-instances/1', title: 'Deploy', visitedAt: 1 }
const star = { to: '/biz/2/job-instances', title: 'Payments' }

beforeEach(() => localStorage.clear())

test('what was chosen moves to another browser; where somebody has been does not', () => {
  changePreferences({ theme: 'dark', timeZone: 'UTC' })
  toggleStar(star)
  rememberVisit(visit)
  const file = exportKept()
  expect(file).not.toContain('Deploy')
  localStorage.clear()
  rememberVisit(visit)
  expect(importKept(file)).toEqual({ leftOut: [] })
  expect(readPreferences()).toMatchObject({ theme: 'dark', timeZone: 'UTC' })
  expect(starredPages()).toEqual([star])
  expect(recentVisits()).toEqual([visit])
})

test.each([
  '',
  'null',
  '[]',
  '{"version":1,"kept":{"preferences":{"theme":"dark"}}}',
  '{"joblens":"preferences","version":1,"kept":null}',
  '{"joblens":"preferences","version":1,"kept":[]}',
])('another file changes nothing: %s', (text) => {
  expect(importKept(text)).toBeNull()
  expect(readPreferences().theme).toBe('system')
})

test('a file of a later version changes nothing, and is told apart', () => {
  expect(importKept('{"joblens":"preferences","version":2,"kept":{"preferences":{"theme":"dark"}}}')).toBe(
    'newer',
  )
  expect(readPreferences().theme).toBe('system')
})

test('a file cannot put anything under a name that is not ours, nor into the list of visits', () => {
  const kept = { '../x': 1, 'recent-visits': [visit], preferences: { theme: 'light' }, colours: {} }
  const leftOut = ['../x', 'recent-visits', 'colours']
  expect(importKept(JSON.stringify({ joblens: 'preferences', version: 1, kept }))).toEqual({ leftOut })
  expect(Object.keys(localStorage)).toEqual(['joblens.preferences'])
})

test('choices are forgotten, stars and visits stay', () => {
  toggleStar(star)
  changePreferences({ theme: 'dark' })
  keep('reader', { wrap: true })
  rememberVisit(visit)
  forgetChoices()
  expect(readPreferences().theme).toBe('system')
  expect(readKept('reader')).toBeNull()
  expect(recentVisits()).toEqual([visit])
  expect(starredPages()).toEqual([star])
})
