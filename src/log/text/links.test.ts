import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLinks } from './links.ts'

const linksIn = (text: string) => findLinks(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['http://x/中文路径', 'http://x/中文路径'],
  ['见 http://x/中文路径。后面', 'http://x/中文路径'],
  ['（http://x/日志/2026-03-09_部署日志v2.txt），请下载', 'http://x/日志/2026-03-09_部署日志v2.txt'],
  ['「http://x/中文」', 'http://x/中文'],
  ['【http://x/中文】', 'http://x/中文'],
  ['http://x/中文，http://y/b', 'http://x/中文', 'http://y/b'],
  ['http://x/a?名称=值&b=中&c#节', 'http://x/a?名称=值&b=中&c#节'],
  ['请访问http://x/a查看', 'http://x/a'],
  ['请访问http://x:8080查看', 'http://x:8080'],
  ['http://x/a.请查看', 'http://x/a'],
  ['http://x/a,请查看', 'http://x/a'],
  ['http://x/%E4%B8%AD查看', 'http://x/%E4%B8%AD'],
  ['(http://x/中文)', 'http://x/中文'],
  ['http://x/café/naïve здесь', 'http://x/café/naïve'],
  ['https://ru.wikipedia.org/wiki/Россия.', 'https://ru.wikipedia.org/wiki/Россия'],
  ['http://x/ドキュメント、次', 'http://x/ドキュメント'],
  ['http://x/a를 보세요', 'http://x/a'],
  ['http://x/中\u200b文', 'http://x/中'],
  ['http://x/中\u202e文', 'http://x/中'],
  ['http://x/😀', 'http://x/'],
  ['http://x/a②另外', 'http://x/a'],
  ['http://', ...[]],
])('%s', (text, ...expected) => {
  expect(linksIn(text)).toEqual(expected)
})

test.each([
  'https://\u0430pple.example/a',
  'http://例子.中国/a',
  'https://examp\u043be.com/a',
  'http://a.例子/b',
])('a host in another script, which may look like one that it is not, is in no link: %s', (text) => {
  expect(linksIn(text).filter((link) => /[^!-~]/.test(link))).toEqual([])
})

const part = fc.constantFrom(
  'http://',
  'https://',
  'a',
  'Z9',
  '/',
  '.',
  '?',
  '=',
  '%',
  '(',
  ')',
  ',',
  '中',
  '文',
  '，',
  '。',
  '）',
  'é',
  'Ж',
  '한',
  'ก็',
  '\u200b',
  '\u202e',
  '\u034f',
  '\u3164',
  '\ufe0f',
  '\u{e0067}',
  '😀',
  ' ',
  '"',
  '<',
)

test('whatever the text: no link has anything invisible, full-width or quoting in it', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      for (const link of linksIn(parts.join(''))) {
        expect(link).toMatch(/^https?:\/\/[\x21-\x7e\p{L}\p{M}\p{Nd}]+$/u)
        expect(link).not.toMatch(/\p{Default_Ignorable_Code_Point}|[，。）"<>]/u)
      }
    }),
    { numRuns: 2000 },
  )
})
