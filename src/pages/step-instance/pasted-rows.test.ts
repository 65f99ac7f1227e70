import { expect, test } from 'vitest'
import { hostOfKey } from '../host-of-key.ts'
import { rowOfObject } from './host-rows.ts'
import { putFirst, rowsOfLogs } from './pasted-rows.ts'
import { runWhole } from './slices.ts'
import { problemOf, scriptLogOf, sessionOf } from './step-instance.fixture.ts'

const asked = ['1', '2', '0:10.0.0.3'].map((key) => rowOfObject(key, hostOfKey(key)))
const keys = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key)
const states = (rows: readonly { readonly logState: string | null }[]) => rows.map(({ logState }) => logState)

test('the host of the link is asked for first, by any of its names; the others keep their order', () => {
  expect(keys(putFirst(asked, '2'))).toEqual(['2', '1', '0:10.0.0.3'])
  expect(keys(putFirst(asked, '0:10.0.0.3'))).toEqual(['0:10.0.0.3', '1', '2'])
})

test('no link, or a host that is not in the list, leaves the list as it is', () => {
  expect(putFirst(asked, null)).toBe(asked)
  expect(putFirst(asked, '77')).toBe(asked)
})

test('what is known of a log stands beside its host, under the name the log gave it', () => {
  const logs = new Map([['1', scriptLogOf('1', 5)]])
  const failures = [{ keys: ['0:10.0.0.3'], problem: problemOf('timeout') }]
  const rows = runWhole(rowsOfLogs(asked, sessionOf({ logs, failures, missing: new Set(['2']) })))
  expect(states(rows)).toEqual(['here', 'missing', 'failed'])
  expect(rows[0]?.address).toBe('10.0.0.1')
})

test('nobody is still loading once the whole question has failed', () => {
  const problem = problemOf('denied')
  expect(states(runWhole(rowsOfLogs(asked, sessionOf({ problem }))))).toEqual(['failed', 'failed', 'failed'])
  expect(states(runWhole(rowsOfLogs(asked, sessionOf({ phase: 'loading' }))))).toEqual([null, null, null])
})
