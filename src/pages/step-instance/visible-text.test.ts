import { expect, test } from 'vitest'
import { visibleText } from './visible-text.ts'

test.each([
  ['/data/photo\u202Egpj.exe', '/data/photo⟨U+202E⟩gpj.exe'],
  ['a\nb\tc\0', 'a⟨U+000A⟩b⟨U+0009⟩c⟨U+0000⟩'],
  ['zero\u200Bwidth\uFEFF', 'zero⟨U+200B⟩width⟨U+FEFF⟩'],
])('%j reads %s', (text, read) => {
  expect(visibleText(text)).toBe(read)
})

test.each(['/data/设置 client.zip', 'C:\\pkg\\é 🚀', ''])('%j stays as it is', (text) => {
  expect(visibleText(text)).toBe(text)
})
