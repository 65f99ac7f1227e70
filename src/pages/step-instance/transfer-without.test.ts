import { expect, test } from 'vitest'
import type { CloudId } from '#contract'
import { runWhole } from './slices.ts'
import { hostOf } from './step-instance.fixture.ts'
import { rowOf, uploadOf } from './transfer-rows.fixture.ts'
import { sameAddress, withoutTransfers } from './transfer-without.ts'

test('a host that transfers name only as their source, by any of its names, is not without transfers', () => {
  const rows = [rowOf(2, { source: hostOf(8) }), uploadOf(9, '/data/file')]
  const keys = ['2', '0:10.0.0.8', '0:10.0.0.9', '0:10.0.0.7', '3']
  expect(runWhole(withoutTransfers(rows, keys))).toEqual(['0:10.0.0.7', '3'])
})

test('an address that only another cloud area has among the transfers is told with that area', () => {
  const rows = [rowOf(2, { source: hostOf(8, { cloudId: '3' as CloudId }) })]
  expect(runWhole(withoutTransfers(rows, ['0:10.0.0.8']))).toEqual(['0:10.0.0.8'])
  expect(runWhole(sameAddress(rows, ['0:10.0.0.8', '0:10.0.0.9']))).toEqual(['3:10.0.0.8'])
})
