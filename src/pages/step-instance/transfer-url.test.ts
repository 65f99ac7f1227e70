import { expect, test } from 'vitest'
import { type FileStepChange, noTransferChoice, readTransferChoice } from './transfer-url.ts'
import { changeView } from './url.ts'

test('what a change writes is read back, and clearing leaves nothing', () => {
  const choice = {
    group: 'file',
    show: 'overview',
    from: '1',
    to: '0:10.0.0.7',
    file: '/data/a b&c.tar',
    reason: '203:File … does not exist',
  } as const
  const change: FileStepChange = choice
  const written = changeView('?embed=v1', change)
  expect(readTransferChoice(written)).toEqual(choice)
  const cleared: FileStepChange = noTransferChoice
  expect(changeView(written, cleared)).toBe('?embed=v1')
})

test('one bad field never spoils the others', () => {
  expect(readTransferChoice(`?group=colour&show=1&from=${'9'.repeat(300)}&to=7`)).toEqual({
    ...noTransferChoice,
    to: '7',
  })
})
