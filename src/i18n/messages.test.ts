import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en, zhCn } from './whole-language.fixture.ts'

const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((file) => !/^(?:index|pages|plural)\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()

/** All texts of a language, also those that come with their pages: by file, by export. */
async function textsOf(folder: 'en' | 'zh-cn'): Promise<ReadonlyMap<string, unknown>> {
  const modules = filesOf(folder).map(async (file) => {
    const module: object =
      folder === 'en' ? await import(`./en/${file}.ts`) : await import(`./zh-cn/${file}.ts`)
    return [file, { ...module }] as const
  })
  return new Map(flatten(Object.fromEntries(await Promise.all(modules))))
}

/** Every message by its path: `common.common.hosts`. */
function flatten(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, path === '' ? name : `${path}.${name}`),
  )
}

/** Names and abbreviations that are written alike in both languages. */
const sameInBoth = new Set(['Joblens', 'ID', 'IP', 'IPv4', 'IPv6', 'Agent', 'SQL', 'API', 'URL', 'Markdown'])

/** What of a message is text: all of it, or the literals of the function that makes it. */
function wordsOf(message: unknown): string {
  if (typeof message !== 'function') return String(message)
  const literals = String(message).matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)
  return [...literals]
    .map(([, one = '', two = '', three = '']) => (one + two + three).replaceAll(/\$\{[^}]*\}/g, ''))
    .join(' ')
}

const isEnglish = (text: string): boolean =>
  !/\p{Script=Han}/u.test(text) && /[a-z]{2}/i.test(text) && !sameInBoth.has(text.trim())

describe('Chinese', () => {
  test('leaves no English word untranslated', async () => {
    const english = await textsOf('en')
    const untranslated = [...(await textsOf('zh-cn'))].filter(([path, message]) => {
      const words = wordsOf(message)
      return isEnglish(words) && words === wordsOf(english.get(path))
    })
    expect(untranslated.map(([path, message]) => `${path}: ${String(message)}`)).toEqual([])
  })

  test('and English have the same messages', async () => {
    const english = [...(await textsOf('en')).keys()]
    expect(english.length).toBeGreaterThan(800)
    expect([...(await textsOf('zh-cn')).keys()]).toEqual(english)
  })
})

describe('status words', () => {
  test.each([en.status, zhCn.status])('unknown codes keep their number', (status) => {
    expect(status.runStatusWord(42)).toContain('42')
    expect(status.hostStatusWord(999)).toContain('999')
    expect(status.nodeManStatusWord('ODD')).toContain('ODD')
    expect(status.stepTypeWord(9)).toContain('9')
    expect(status.runStatusWord('toString')).toContain('toString')
    expect(status.runStatusWord(null)).not.toBe('')
  })

  test('are those of the job platform', () => {
    expect([1, 6, 11, 12, 15].map(zhCn.status.runStatusWord)).toEqual([
      '等待执行',
      '忽略错误',
      '强制终止成功',
      '强制终止失败',
      '滚动等待',
    ])
    expect([0, 9, 104, 310].map(zhCn.status.hostStatusWord)).toEqual([
      '未知错误',
      '执行成功',
      '脚本返回码非零',
      'Agent 异常（310）',
    ])
    expect(en.status.runStatusWord(42)).toBe('Unknown status 42')
    expect(en.status.hostStatusWord(104)).toBe('Non-zero exit code')
  })
})

test('a fold without a title has no empty one', () => {
  expect([en, zhCn].map(({ readerRows }) => readerRows.fold('', 3))).toEqual(['Fold: 3 lines', '折叠：3 行'])
  expect(en.readerRows.unfold('build', 1)).toBe('Unfold “build”: 1 line')
})

test('counted nouns agree with their number', () => {
  expect([0, 1, 2000].map(en.common.hosts)).toEqual(['0 hosts', '1 host', '2,000 hosts'])
  expect([0, 1, 2000].map(zhCn.common.hosts)).toEqual(['0 台主机', '1 台主机', '2,000 台主机'])
})
