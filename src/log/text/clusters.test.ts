import { expect, test } from 'vitest'
import { createClusterReader } from './clusters.ts'

function clustersOf(text: string): string[] {
  const reader = createClusterReader(text)
  const found: string[] = []
  for (let position = 0; position < text.length; position = reader.end) {
    reader.read(position)
    found.push(`${text.slice(position, reader.end)}:${reader.kind}:${reader.cells}`)
  }
  return found
}

test.each([
  ['ASCII', 'ab', ['a:plain:1', 'b:plain:1']],
  ['Latin, Cyrillic, box drawing', 'éЖ─', ['é:plain:1', 'Ж:plain:1', '─:plain:1']],
  ['Chinese and full-width', '中，Ａ', ['中:wide:2', '，:wide:2', 'Ａ:wide:2']],
  ['Japanese and Korean', 'かﾊ한', ['か:wide:2', 'ﾊ:narrow:1', '한:wide:2']],
  ['a rare ideograph', '𠮷', ['𠮷:wide:2']],
  ['symbols other fonts have', '✓①', ['✓:narrow:1', '①:narrow:1']],
  ['accents', 'e\u0301\u0302x', ['e\u0301\u0302:narrow:1', 'x:plain:1']],
  ['an accent alone', '\u0301', ['\u0301:narrow:1']],
  ['an accent on a wide one', 'か\u3099', ['か\u3099:wide:2']],
  ['Korean letters', '\u1112\u1161\u11abx', ['\u1112\u1161\u11ab:wide:2', 'x:plain:1']],
  ['a Korean vowel alone', 'a\u1161', ['a:plain:1', '\u1161:narrow:1']],
  ['an emoji', '😀😀', ['😀:wide:2', '😀:wide:2']],
  ['a skin tone', '👋🏽', ['👋🏽:wide:2']],
  ['a skin tone alone', '\u{1f3fd}', ['\u{1f3fd}:wide:2']],
  ['a family', '👨‍👩‍👧‍👦!', ['👨‍👩‍👧‍👦:wide:2', '!:plain:1']],
  ['a kiss with tones', '👩🏻‍❤️‍💋‍👨🏻', ['👩🏻‍❤️‍💋‍👨🏻:wide:2']],
  ['a chain of joins ends', '👨‍👨‍👨‍👨‍👨', ['👨‍👨‍👨‍👨:wide:2', '\u200d:mark:6', '👨:wide:2']],
  ['a flag', '🇨🇳🇩', ['🇨🇳:wide:2', '🇩:wide:2']],
  ['a look as emoji', '❤\ufe0f❤', ['❤\ufe0f:wide:2', '❤:narrow:1']],
  ['a keycap', '1\ufe0f\u20e3', ['1\ufe0f\u20e3:wide:2']],
  ['a variation that chooses nothing', 'a\ufe01', ['a:plain:1', '\ufe01:mark:6']],
  ['variations in a row', '❤\ufe0f\ufe00', ['❤\ufe0f:wide:2', '\ufe00:mark:6']],
  ['a joiner between letters', 'a\u200db', ['a:plain:1', '\u200d:mark:6', 'b:plain:1']],
  ['a tab', 'a\tb', ['a:plain:1', '\t:tab:0', 'b:plain:1']],
  ['controls', '\u0000\u{e0041}', ['\u0000:mark:6', '\u{e0041}:mark:7']],
  ['what joins a mark', '\u200b\u0301', ['\u200b:mark:6', '\u0301:narrow:1']],
  ['a lone surrogate', '\ud800a', ['\ud800:mark:6', 'a:plain:1']],
])('%s', (_, text, expected) => {
  expect(clustersOf(text)).toEqual(expected)
})
