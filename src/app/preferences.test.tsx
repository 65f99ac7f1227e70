import { beforeEach, expect, test } from 'vitest'
import { changePreferences, readPreferences } from './preferences.ts'

beforeEach(() => localStorage.clear())

test('nothing chosen yet', () => {
  expect(readPreferences()).toEqual({ language: null, theme: 'system', timeZone: null, lastScope: null })
})

test('a change keeps the other choices', () => {
  changePreferences({ theme: 'dark' })
  changePreferences({ lastScope: 'biz_set/9' })
  expect(readPreferences()).toEqual({ language: null, theme: 'dark', timeZone: null, lastScope: 'biz_set/9' })
})

test('one bad field costs only itself', () => {
  const kept = { language: 'zh-CN', theme: 'neon', timeZone: 'Mars/Olympus', lastScope: '../x' }
  localStorage.setItem('joblens.preferences', JSON.stringify(kept))
  expect(readPreferences()).toEqual({ language: 'zh-CN', theme: 'system', timeZone: null, lastScope: null })
  localStorage.setItem('joblens.preferences', '[1')
  expect(readPreferences().theme).toBe('system')
})
