import { expect, test } from 'vitest'
import { firstShown } from './first-shown.ts'
import { rowOfResult } from './host-rows.ts'
import { resultOf } from './step-instance.fixture.ts'
import { readQuery } from './url.ts'

const rows = [
  rowOfResult(resultOf(1, 104, { exitCode: 2 })),
  rowOfResult(resultOf(2, 9)),
  rowOfResult(resultOf(3, 7, { startedAt: 1000, endedAt: null, durationMs: null })),
  rowOfResult(resultOf(4, 9)),
]
const [failed, succeeded, running] = rows.map(({ key }) => key)

const first = (query: string) => firstShown(rows, readQuery(query).rail)

test('of what the filters of an address leave the first is opened', async () => {
  expect(await first('')).toBe(failed)
  expect(await first('?status=failed')).toBe(failed)
  expect(await first('?status=9')).toBe(succeeded)
  expect(await first('?status=7')).toBe(running)
  expect(await first('?straggler=slow')).toBe(running)
  expect(await first(`?status=9&filter=${rows[3]?.address}`)).toBe(rows[3]?.key)
})

test('where they leave none, there is none', async () => {
  expect(await first('?status=105')).toBe(null)
  expect(await first('?straggler=silent')).toBe(null)
  expect(await first('?log=none')).toBe(null)
})
