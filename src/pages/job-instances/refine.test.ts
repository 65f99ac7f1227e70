import { expect, test } from 'vitest'
import type { JobInstance } from '#contract'
import { countStatuses, type RowWords, refine } from './refine.ts'
import type { Refinement } from './url.ts'

function row(id: number, changes: Partial<JobInstance> = {}): JobInstance {
  return {
    id: `${id}` as JobInstance['id'],
    scope: { type: 'biz', id: '2' as JobInstance['scope']['id'] },
    name: `deploy ${id}`,
    status: 3,
    type: 1,
    launchMode: 2,
    operator: 'admin',
    createdAt: id,
    startedAt: id,
    endedAt: id,
    durationMs: id * 1000,
    ...changes,
  }
}

const words: RowWords = {
  status: (code) => (code === 4 ? 'Failed' : 'Success'),
  type: () => 'Script',
  launchMode: () => 'API',
}

const rows = [
  row(9, { status: 4, operator: 'chenli' }),
  row(10),
  row(11, { durationMs: null, startedAt: null }),
  row(12, { status: 4 }),
]

function ids(change: Partial<Refinement>): readonly string[] {
  return refine(rows, { text: '', statuses: [], sort: null, ...change }, words)
}

test('every word has to be somewhere in the row, as the reader sees it', () => {
  expect(ids({ text: 'FAILED chenli' })).toEqual(['9'])
  expect(ids({ text: 'deploy 1' })).toEqual(['10', '11', '12'])
  expect(ids({ text: 'script api nobody' })).toEqual([])
})

test('statuses and sorting go together; what has no duration goes last both ways', () => {
  expect(ids({ statuses: [4] })).toEqual(['9', '12'])
  expect(ids({ sort: { columnId: 'duration', descending: true } })).toEqual(['12', '10', '9', '11'])
  expect(ids({ sort: { columnId: 'duration', descending: false } })).toEqual(['9', '10', '12', '11'])
  expect(ids({ sort: { columnId: 'id', descending: true }, statuses: [4] })).toEqual(['12', '9'])
})

test('sorted by status, what needs somebody comes before what does not, whatever the alphabet says', () => {
  expect(ids({ sort: { columnId: 'status', descending: false } })).toEqual(['9', '12', '10', '11'])
  const named: RowWords = { ...words, status: (code) => (code === 4 ? 'Zero' : 'Aborted') }
  const sort = { columnId: 'status', descending: true }
  expect(refine(rows, { text: '', statuses: [], sort }, named)).toEqual(['10', '11', '9', '12'])
})

test('failures are counted first', () => {
  expect(countStatuses([row(1), row(2), row(3, { status: 2 }), row(4, { status: 4 })])).toEqual([
    { status: 4, count: 1 },
    { status: 2, count: 1 },
    { status: 3, count: 2 },
  ])
})
