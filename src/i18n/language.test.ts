import { describe, expect, test } from 'vitest'
import { pickLanguage, toLanguage } from './language.ts'

const none = { search: '', stored: null, cookie: '', browser: [] }

describe('the language is taken from the first hint that names one', () => {
  test('address, then preference, then BlueKing cookie, then browser', () => {
    const browser = ['zh-TW', 'en']
    const cookie = 'a=1; blueking_language=en; b=2'
    expect(pickLanguage({ search: '?lang=zh-CN', stored: 'en', cookie, browser: ['en'] })).toBe('zh-CN')
    expect(pickLanguage({ ...none, stored: 'zh-CN', cookie, browser: ['en'] })).toBe('zh-CN')
    expect(pickLanguage({ ...none, cookie, browser })).toBe('en')
    expect(pickLanguage({ ...none, cookie: 'blueking_language=zh-cn', browser: ['en'] })).toBe('zh-CN')
    expect(pickLanguage({ ...none, browser })).toBe('zh-CN')
  })

  test('a hint that names none is passed over', () => {
    expect(
      pickLanguage({ search: '?lang=xx', stored: '', cookie: 'blueking_language=', browser: ['fr', 'zh'] }),
    ).toBe('zh-CN')
    expect(pickLanguage(none)).toBe('en')
  })

  test('a cookie whose name only ends alike is not it', () => {
    expect(pickLanguage({ ...none, cookie: 'not_blueking_language=zh-cn', browser: ['en'] })).toBe('en')
  })
})

test('regions and spellings of a language are the same language', () => {
  expect(['zh', 'zh-cn', 'ZH_hans_CN', 'en-GB', 'EN'].map(toLanguage)).toEqual([
    'zh-CN',
    'zh-CN',
    'zh-CN',
    'en',
    'en',
  ])
  expect([null, undefined, '', 'de'].map(toLanguage)).toEqual([null, null, null, null])
})
