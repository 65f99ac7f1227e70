import { expect, test } from 'vitest'
import { hasOtherHosts } from './other-hosts.ts'

const counts = { total: 1, success: 0, failed: 1, ignored: 0, pending: 0, running: 0 }
const known = (alone: boolean) => ({ counts: undefined, problem: null, isAlone: () => alone })

test('a host is alone when the job counts one that has a log', () => {
  expect(hasOtherHosts({ ...known(true), counts })).toBe(false)
  expect(hasOtherHosts({ ...known(true), counts: { ...counts, total: 4, ignored: 3 } })).toBe(false)
  expect(hasOtherHosts({ ...known(true), counts: { ...counts, total: 4 } })).toBe(true)
})

test('of a job that nobody counted yet there may be others', () => {
  expect(hasOtherHosts({ ...known(true), counts: null })).toBe(true)
  expect(hasOtherHosts({ ...known(true), counts: { ...counts, total: 0, failed: 0 } })).toBe(true)
})

test('until the job answers nobody knows; where it cannot be asked, others are those opened before', () => {
  expect(hasOtherHosts(known(true))).toBeNull()
  expect(hasOtherHosts({ ...known(true), problem: 'not-offered' })).toBe(false)
  expect(hasOtherHosts({ ...known(false), problem: 'not-offered' })).toBe(true)
  expect(hasOtherHosts({ ...known(true), problem: 'timeout' })).toBe(true)
})
