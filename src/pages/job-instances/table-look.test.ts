import { expect, test } from 'vitest'
import { defaultColumns } from './column-ids.ts'
import { readTableLook } from './table-look.ts'

test('what is kept falls back field by field, and the way to a run is never missing', () => {
  expect(readTableLook(undefined)).toEqual({ columns: defaultColumns, density: 'comfortable' })
  expect(readTableLook({ columns: ['id', 'name', 'magic'], density: 'huge' })).toEqual({
    columns: ['name', 'id'],
    density: 'comfortable',
  })
  expect(readTableLook({ columns: ['id'], density: 'compact' })).toEqual({
    columns: defaultColumns,
    density: 'compact',
  })
})
