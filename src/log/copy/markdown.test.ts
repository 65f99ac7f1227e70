import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdownOf } from './markdown.ts'

test('a fenced block under its title, which is the link', () => {
  const source = { title: 'game-1 · deploy, line 7', url: 'https://joblens.example/biz/2?line=7' }
  expect(markdownOf('one\ntwo\n', source)).toBe(
    '[game-1 · deploy, line 7](<https://joblens.example/biz/2?line=7>)\n\n```text\none\ntwo\n```\n',
  )
})

test('without an address the title stands alone', () => {
  expect(markdownOf('x', { title: 'a log', url: null })).toBe('**a log**\n\n```text\nx\n```\n')
})

test('the fence is longer than any run of backticks in the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('`', '``', '`````', 'a', '\n', '~~~')), (parts) => {
      const text = parts.join('')
      const [, fence = ''] = /^(`+)text$/m.exec(markdownOf(text, { title: 't', url: null })) ?? []
      expect(fence.length).toBeGreaterThanOrEqual(3)
      expect(text.includes(fence)).toBe(false)
    }),
  )
})

test('a title and an address stay what they are', () => {
  const source = { title: '](javascript:alert(1)) <b>\n# _x_', url: 'https://h/a b>(c)' }
  expect(markdownOf('x', source).split('\n')[0]).toBe(
    '[\\](javascript:alert(1)) \\<b\\> \\# \\_x\\_](<https://h/a%20b%3E(c)>)',
  )
})
