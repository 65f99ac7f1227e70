import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inWordsOf } from './own-words.ts'

const folder = import.meta.dirname

/** Sentences that stand where failures are thrown, with something in the place of what is filled in. */
function thrownSentences(): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.ts$/.test(file) && !/\.(?:test|fixture)\.ts$|own-words|operations/.test(file),
  )
  const sentences = files.flatMap((file) => {
    const source = readFileSync(join(folder, file), 'utf8')
    const asMessages = source.matchAll(/(?:\bmessage(?::| =)|\btimeout\()\s*(['`])(.+?)\1/gs)
    const aboutUpstream = source.matchAll(/(['`])((?:Upstream|The upstream answer) [^'`]+)\1/g)
    return [...asMessages, ...aboutUpstream].map(([, , sentence = '']) => sentence)
  })
  return [...new Set(sentences)].filter((sentence) => sentence.includes(' ')).map(filledIn)
}

const filledIn = (sentence: string) =>
  sentence
    .replace(/\$\{systemCode\(error\)\}/, ' (ECONNREFUSED)')
    .replace(/connected to a \$\{name\}/, 'connected to a job platform')
    .replace(/answers \$\{allow\}/, 'answers GET')
    .replace(/\$\{[^}]+\}/g, '7')

test('whatever Joblens says of a failure has Chinese words', () => {
  const sentences = thrownSentences()
  expect(sentences.length).toBeGreaterThan(25)
  expect(sentences.filter((sentence) => inWordsOf('zh-cn', sentence) === sentence)).toEqual([])
  for (const sentence of sentences) expect(inWordsOf('en', sentence)).toBe(sentence)
})

test('what is filled in stays, and words of upstream are left alone', () => {
  expect(inWordsOf('zh-cn', 'Upstream cannot be reached (ECONNREFUSED)')).toBe(
    '无法连接蓝鲸接口 ECONNREFUSED',
  )
  expect(inWordsOf('zh-cn', 'Upstream cannot be reached')).toBe('无法连接蓝鲸接口')
  expect(inWordsOf('zh-cn', 'Upstream answered HTTP 502')).toBe('蓝鲸接口返回 HTTP 502')
  expect(inWordsOf('zh-cn', 'constructor')).toBe('constructor')
  expect(inWordsOf('zh-cn', '请求参数[bk_scope_type]不合法')).toBe('请求参数[bk_scope_type]不合法')
})
