import { beforeEach, expect, test } from 'vitest'
import { changeWatchList, mostWatched, readWatchList, type Watched } from './watched.ts'

const entry: Watched = { to: '/biz/2/job-instances/1', title: 'Release', status: 2, finishedAt: null }

beforeEach(() => localStorage.clear())

test('a change builds on what is kept, and keeps the rest', () => {
  changeWatchList(() => ({ notify: true }))
  changeWatchList(({ entries }) => ({ entries: [entry, ...entries] }))
  expect(readWatchList()).toEqual({ entries: [entry], notify: true })
})

test('what was tampered with is left out one by one', () => {
  const kept = { entries: [{ ...entry, to: '//evil.example' }, null, { to: '/a' }, entry], notify: 'yes' }
  localStorage.setItem('joblens.watched', JSON.stringify(kept))
  expect(readWatchList()).toEqual({ entries: [entry], notify: false })
})

test('the list has an end: each entry is asked about again and again', () => {
  const entries = Array.from({ length: 40 }, (_, index) => ({ ...entry, to: `/node-man/jobs/${index}` }))
  changeWatchList(() => ({ entries }))
  expect(readWatchList().entries).toHaveLength(mostWatched)
})

test('a full list lets go of what has finished, the oldest first, before anything that runs', () => {
  const entries = Array.from({ length: mostWatched }, (_, index) => ({
    ...entry,
    to: `/node-man/jobs/${index}`,
    finishedAt: index === 3 || index === 5 ? 1 : null,
  }))
  changeWatchList(() => ({ entries: [entry, ...entries] }))
  const kept = readWatchList().entries.map(({ to }) => to)
  expect(kept).toHaveLength(mostWatched)
  expect(kept).not.toContain('/node-man/jobs/5')
  expect(kept).toContain('/node-man/jobs/3')
  expect(kept.at(-1)).toBe(`/node-man/jobs/${mostWatched - 1}`)
})
