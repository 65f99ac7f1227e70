import { expect, test } from 'vitest'
import { commandOf, panShare, zoomFactor } from './time-keys.ts'

const press = (key: string, modifiers: { readonly ctrlKey?: boolean } = {}) =>
  commandOf(
    { key, ctrlKey: false, metaKey: false, altKey: false, ...modifiers },
    { stepIndex: 1, stepCount: 3 },
  )

test.each([
  ['ArrowUp', 0],
  ['ArrowDown', 2],
  ['Home', 0],
  ['End', 2],
])('%s chooses step %i', (key, stepIndex) => {
  expect(press(key)).toEqual({ kind: 'choose', stepIndex })
})

test('the first and the last step are the ends', () => {
  const keys = { ctrlKey: false, metaKey: false, altKey: false }
  const only = { stepIndex: 0, stepCount: 1 }
  expect(commandOf({ key: 'ArrowUp', ...keys }, only)).toEqual({ kind: 'choose', stepIndex: 0 })
  expect(commandOf({ key: 'ArrowDown', ...keys }, only)).toEqual({ kind: 'choose', stepIndex: 0 })
})

test('Enter opens; plus, minus, 0 and sideways change the axis', () => {
  expect(press('Enter')).toEqual({ kind: 'open' })
  expect(press('+')).toEqual({ kind: 'zoom', factor: zoomFactor })
  expect(press('=')).toEqual({ kind: 'zoom', factor: zoomFactor })
  expect(press('-')).toEqual({ kind: 'zoom', factor: 1 / zoomFactor })
  expect(press('0')).toEqual({ kind: 'whole' })
  expect(press('ArrowLeft')).toEqual({ kind: 'pan', share: -panShare })
  expect(press('ArrowRight')).toEqual({ kind: 'pan', share: panShare })
})

test('what is the browser’s stays the browser’s', () => {
  expect(press('+', { ctrlKey: true })).toBeNull()
  expect(press('a')).toBeNull()
  expect(press('Tab')).toBeNull()
})
