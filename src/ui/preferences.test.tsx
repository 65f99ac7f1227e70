import { beforeEach, expect, test } from 'vitest'
import { changePreferences, type Preferences, readPreferences } from './preferences.ts'

beforeEach(() => localStorage.clear())

const unchosen: Preferences = {
  language: null,
  theme: 'system',
  timeZone: null,
  characterKeys: true,
  lastScope: null,
}

test('nothing chosen yet', () => {
  expect(readPreferences()).toEqual(unchosen)
})

test('a change keeps the other choices', () => {
  changePreferences({ theme: 'dark' })
  changePreferences({ lastScope: 'biz_set/9', characterKeys: false })
  expect(readPreferences()).toEqual({
    ...unchosen,
    theme: 'dark',
    lastScope: 'biz_set/9',
    characterKeys: false,
  })
})

test('one bad field costs only itself', () => {
  const kept = {
    language: 'zh-CN',
    theme: 'neon',
    timeZone: 'Mars/Olympus',
    characterKeys: 'no',
    lastScope: '../x',
  }
  localStorage.setItem('joblens.preferences', JSON.stringify(kept))
  expect(readPreferences()).toEqual({ ...unchosen, language: 'zh-CN' })
  localStorage.setItem('joblens.preferences', '[1')
  expect(readPreferences().theme).toBe('system')
})
