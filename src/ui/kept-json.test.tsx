import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { keep, onKept, readKept } from './kept-json.ts'

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

/** What a browser does in a frame of another site when storage is blocked there: the getter itself throws. */
function blockStorage(): void {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
}

test('what cannot be stored lasts as long as the page, and says so', () => {
  blockStorage()
  expect(readKept('a-choice')).toBeUndefined()
  expect(keep('a-choice', { theme: 'dark' })).toBe(false)
  expect(readKept('a-choice')).toEqual({ theme: 'dark' })
  vi.restoreAllMocks()
  expect(keep('a-choice', { theme: 'light' })).toBe(true)
  expect(readKept('a-choice')).toEqual({ theme: 'light' })
  localStorage.clear()
  expect(readKept('a-choice')).toBeUndefined()
})

test('whoever shows what is kept hears of every change, also of one in another tab', () => {
  const heard = vi.fn()
  onTestFinished(onKept(heard))
  keep('a-choice', 1)
  expect(heard).toHaveBeenCalledTimes(1)
  window.dispatchEvent(new StorageEvent('storage', { key: 'joblens.a-choice' }))
  expect(heard).toHaveBeenCalledTimes(2)
})
