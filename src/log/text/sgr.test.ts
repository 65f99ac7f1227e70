import { expect, test } from 'vitest'
import { applySgr } from './sgr.ts'
import { exactColor, plainStyle, rgbOf } from './text-style.ts'

test.each([
  ['31', { foreground: 1 }],
  ['97', { foreground: 15 }],
  ['42', { background: 2 }],
  ['107', { background: 15 }],
  ['1;2;3;4;7;9', { bold: true, dim: true, italic: true, underline: true, inverse: true, strike: true }],
  ['1;31;0', {}],
  ['1;31;', {}],
  ['', {}],
  ['31;39', {}],
  ['1;22', {}],
  ['38;5;9', { foreground: 9 }],
  ['38;5;196', { foreground: exactColor(255, 0, 0) }],
  ['48;5;232', { background: exactColor(8, 8, 8) }],
  ['38;5;103', { foreground: exactColor(135, 135, 175) }],
  ['38;5;256', {}],
  ['38;2;0;0;0', { foreground: exactColor(0, 0, 0) }],
  ['38;2;1;2;3;1', { foreground: exactColor(1, 2, 3), bold: true }],
  ['38;2;999;2;3', { foreground: exactColor(255, 2, 3) }],
  ['38:2::255:0:9', { foreground: exactColor(255, 0, 9) }],
  ['38:2:255:0:9', { foreground: exactColor(255, 0, 9) }],
  ['58;2;1;2;3', {}],
  ['58:5:1;3', { italic: true }],
  ['8', {}],
  ['48:5:4;1', { background: 4, bold: true }],
  ['4:3', { underline: true }],
  ['4;4:0', {}],
  ['98', {}],
  ['38', {}],
  ['999;31', { foreground: 1 }],
])('CSI %s m', (parameters, expected) => {
  expect(applySgr(plainStyle, parameters)).toEqual({ ...plainStyle, ...expected })
})

test('equal styles are one object', () => {
  const one = applySgr(applySgr(plainStyle, '31'), '1')
  expect(applySgr(plainStyle, '1;31')).toBe(one)
  expect(applySgr(one, '0')).toBe(plainStyle)
  expect(applySgr(one, '39;22')).toBe(plainStyle)
})

test('an exact colour gives its three parts back, one of the sixteen has none', () => {
  expect(rgbOf(exactColor(1, 128, 255))).toEqual([1, 128, 255])
  expect(rgbOf(15)).toBeNull()
})
