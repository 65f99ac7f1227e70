import { expect, test } from 'vitest'
import type { CloudId } from '#contract'
import { type HostFilter, passingRows } from './host-filter.ts'
import { orderByAttention, rowOfResult } from './host-rows.ts'
import { type LogFact, type LogFacts, noLogFacts } from './log-facts.ts'
import { hostsNotHere, namesNotHere } from './names-not-here.ts'
import { runWhole } from './slices.ts'
import { containerOf, hostOf, resultOf } from './step-instance.fixture.ts'
import type { Straggler } from './stragglers.ts'
import { noFilters } from './url.ts'

const fleet = runWhole(
  orderByAttention(
    [1, 2, 10, 11, 21].map((id) =>
      rowOfResult(resultOf(id, id === 2 ? 104 : 9, { tag: id > 9 ? 'ready' : '' })),
    ),
  ),
)
const inTime: Straggler = { slowMs: null, silentMs: null }
const nothingKnown: Parameters<typeof passingRows>[2] = { facts: noLogFacts, stragglerOf: () => inTime }

function passing(change: Partial<HostFilter>, rows = fleet, knowledge = nothingKnown): readonly string[] {
  const passes = runWhole(passingRows(rows, { ...noFilters, ...change }, knowledge))
  return rows.filter((_, index) => passes?.[index] === 1).map((row) => row.address)
}

test('one word matches any part of a name', () => {
  expect(passing({ filter: '10.0.0.1' })).toEqual(['10.0.0.1', '10.0.0.10', '10.0.0.11'])
})

test('a pasted list matches whole addresses, ids and cloud:ip only', () => {
  expect(passing({ filter: '10.0.0.1, 0:10.0.0.10\n21' })).toEqual(['10.0.0.1', '10.0.0.10', '10.0.0.21'])
})

test('the folded form that is copied is a list; an unfinished one narrows by what stands before it', () => {
  expect(passing({ filter: '10.0.0.[1-2,11]' })).toEqual(['10.0.0.2', '10.0.0.1', '10.0.0.11'])
  expect(passing({ filter: '10.0.0.2[' })).toEqual(['10.0.0.2', '10.0.0.21'])
})

test('of a pasted list the names that no host has are told; a part of a name is none', () => {
  const notHere = (text: string) => runWhole(namesNotHere(fleet, text))
  expect(notHere('10.0.0.1, 10.9.9.9\n0:10.0.0.10 77 10.0.')).toEqual(['10.9.9.9', '77'])
  expect(notHere('10.9.9.9')).toEqual([])
})

test('the hosts of a link are exactly these, by id or address; those that are none are told', () => {
  const hosts = '1 0:10.0.0.2, 10.0.0.111'
  expect(passing({ hosts })).toEqual(['10.0.0.2', '10.0.0.1'])
  expect(passing({ hosts, filter: '10.0.0.2' })).toEqual(['10.0.0.2'])
  expect(passing({ hosts: '10.9.9.9' })).toEqual([])
  expect(runWhole(hostsNotHere(fleet, hosts))).toEqual(['0:10.0.0.111'])
})

test('status filter: one code, or all failures; together with text', () => {
  expect(passing({ status: 'failed' })).toEqual(['10.0.0.2'])
  expect(passing({ status: '9' })).toHaveLength(4)
  expect(passing({ filter: '10.0.0.1', status: 'failed' })).toEqual([])
})

test('exit code, tag and no tag, all of them at once', () => {
  expect(passing({ exit: 1 })).toEqual(['10.0.0.2'])
  expect(passing({ tag: 'ready' })).toEqual(['10.0.0.10', '10.0.0.11', '10.0.0.21'])
  expect(passing({ tag: '' })).toEqual(['10.0.0.2', '10.0.0.1'])
  expect(passing({ tag: '', exit: 0, status: '9' })).toEqual(['10.0.0.1'])
})

test('cloud area; a container is in none', () => {
  const rows = [
    resultOf(1, 9),
    resultOf(2, 9, { executeObject: hostOf(2, { cloudId: '3' as CloudId }) }),
    resultOf(3, 9, { executeObject: containerOf('c') }),
  ].map(rowOfResult)
  expect(passing({ cloud: '3' }, rows)).toEqual(['10.0.0.2'])
  expect(passing({ cloud: '0' }, rows)).toEqual(['10.0.0.1'])
})

test('no log means asked for and not there', () => {
  const fact = (state: LogFact['state'], bytes: number | null) => ({ state, bytes, askedAt: 0, grewAt: 0 })
  const facts: LogFacts = new Map([
    ['1', fact('missing', null)],
    ['2', fact('here', 10)],
    ['10', fact('here', 0)],
  ])
  expect(passing({ noLog: true }, fleet, { ...nothingKnown, facts })).toEqual(['10.0.0.1', '10.0.0.10'])
})

test('stragglers: slow ones, silent ones, or either', () => {
  const of = new Map<string, Straggler>([
    ['1', { slowMs: 1, silentMs: null }],
    ['2', { slowMs: null, silentMs: 1 }],
  ])
  const knowledge = {
    ...nothingKnown,
    stragglerOf: ({ key }: { readonly key: string }) => of.get(key) ?? inTime,
  }
  expect(passing({ straggler: 'slow' }, fleet, knowledge)).toEqual(['10.0.0.1'])
  expect(passing({ straggler: 'silent' }, fleet, knowledge)).toEqual(['10.0.0.2'])
  expect(passing({ straggler: 'any' }, fleet, knowledge)).toHaveLength(2)
})

test('without a filter nothing is looked at', () => {
  expect(runWhole(passingRows(fleet, { ...noFilters, filter: ' ' }, nothingKnown))).toBe(null)
})
