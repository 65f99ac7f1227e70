import { describe, expect, test } from 'vitest'
import { createFormat } from './format.ts'
import { en, zhCn } from './whole-language.fixture.ts'

const english = createFormat('en', 'Asia/Shanghai', en)
const chinese = createFormat('zh-CN', 'Asia/Shanghai', zhCn)
const at = Date.UTC(2025, 7, 30, 14, 50, 52)

describe('sizes count in 1,024', () => {
  test.each([
    [0, '0 B'],
    [9, '9 B'],
    [1023, '1,023 B'],
    [1024, '1 KB'],
    [1_258_291, '1.2 MB'],
    [1024 ** 2 - 1, '1 MB'],
    [5 * 1024 ** 2, '5 MB'],
    [3.5 * 1024 ** 4, '3.5 TB'],
  ])('%d → %s', (bytes, text) => expect(english.bytes(bytes)).toBe(text))
})

describe('durations name their two largest units', () => {
  test.each([
    [0, '<1 s', '<1 秒'],
    [999, '<1 s', '<1 秒'],
    [20_000, '20 s', '20 秒'],
    [200_000, '3 min 20 s', '3 分 20 秒'],
    [180_000, '3 min', '3 分'],
    [7_500_000, '2 h 5 min', '2 小时 5 分'],
    [97_210_000, '1 d 3 h', '1 天 3 小时'],
    [-5, '<1 s', '<1 秒'],
  ])('%d ms', (durationMs, en, zh) => {
    expect(english.duration(durationMs)).toBe(en)
    expect(chinese.duration(durationMs)).toBe(zh)
  })
})

describe('times', () => {
  test('are year first, with their zone, in both languages', () => {
    expect(english.dateTime(at)).toBe('2025-08-30 22:50:52 GMT+8')
    expect(chinese.dateTime(at)).toBe('2025-08-30 22:50:52 GMT+8')
    expect(english.dateTime(at, 'UTC')).toBe('2025-08-30 14:50:52 UTC')
    expect(english.time(at)).toBe('22:50:52')
    expect(english.zonelessDateTime(at)).toBe('2025-08-30 22:50:52')
    expect(english.zone(at)).toBe('GMT+8')
    expect(english.zone(at, 'UTC')).toBe('UTC')
  })

  test('midnight is 00, not 24', () => {
    expect(english.time(Date.UTC(2025, 0, 1, 16, 0, 0))).toBe('00:00:00')
  })

  test('a zone this machine does not know becomes UTC instead of a crash', () => {
    expect(english.dateTime(at, 'Mars/Olympus')).toBe('2025-08-30 14:50:52 UTC')
  })

  test('distance from now', () => {
    expect(english.relative(at - 5 * 60_000, at)).toBe('5 minutes ago')
    expect(chinese.relative(at - 5 * 60_000, at)).toBe('5分钟前')
    expect(english.relative(at, at)).toBe('now')
  })
})

test('nothing known is a dash, and no number makes it throw', () => {
  for (const odd of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 9e15])
    for (const write of [
      english.bytes,
      english.duration,
      english.dateTime,
      english.time,
      english.zone,
      english.relative,
    ])
      expect(write(odd)).toBe('—')
})
