import { expect, test } from 'vitest'
import { applySgr } from './sgr.ts'
import { plainStyle } from './text-style.ts'

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
  ['38;5;196', { foreground: 9 }],
  ['48;5;232', { background: 0 }],
  ['38;2;0;0;0', { foreground: 0 }],
  ['38;2;255;255;255;1', { foreground: 15, bold: true }],
  ['38:2::255:0:0', { foreground: 9 }],
  ['48:5:4;1', { background: 4, bold: true }],
  ['4:3', { underline: true }],
  ['4;4:0', {}],
  ['98', {}],
  ['38', {}],
  ['999;31', { foreground: 1 }],
])('CSI %s m', (parameters, expected) => {
  expect(applySgr(plainStyle, parameters)).toEqual({ ...plainStyle, ...expected })
})
