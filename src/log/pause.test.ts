import { expect, test } from 'vitest'
import { createPause } from './pause.ts'

test('a pause is over when told, or by itself; a new one lets those go who waited for the last', async () => {
  const pause = createPause(1)
  expect(pause.over()).toBeUndefined()
  pause.begin()
  const first = pause.over()
  expect(first).toBeDefined()
  pause.begin()
  await first
  expect(pause.over()).toBeDefined()
  pause.end()
  expect(pause.over()).toBeUndefined()
  pause.begin()
  await pause.over()
  expect(pause.over()).toBeUndefined()
})
