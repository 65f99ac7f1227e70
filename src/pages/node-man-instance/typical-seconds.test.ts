import { expect, test } from 'vitest'
import { isFarOver, typicalSeconds } from './typical-seconds.ts'

test('a step is known in the language of whoever created its job', () => {
  expect(typicalSeconds('安装')).toEqual({ least: 25, most: 40 })
  expect(typicalSeconds('Install')).toEqual({ least: 25, most: 40 })
  expect(typicalSeconds('something of tomorrow')).toBeNull()
  expect(typicalSeconds('')).toBeNull()
})

test('late is three times as long, and at least a minute more', () => {
  expect(isFarOver({ least: 25, most: 40 }, 120_000)).toBe(false)
  expect(isFarOver({ least: 25, most: 40 }, 121_000)).toBe(true)
  expect(isFarOver({ least: 0, most: 1 }, 61_000)).toBe(false)
  expect(isFarOver({ least: 0, most: 1 }, 61_001)).toBe(true)
})
