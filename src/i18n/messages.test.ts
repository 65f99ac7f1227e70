import { describe, expect, test } from 'vitest'
import { elsewhere as enElsewhere } from './en/elsewhere.ts'
import { embed as enEmbed } from './en/embed.ts'
import { find as enFind } from './en/find.ts'
import { history as enHistory } from './en/history.ts'
import { links as enLinks } from './en/links.ts'
import { runs as enRuns } from './en/runs.ts'
import { signIn as enSignIn } from './en/sign-in.ts'
import { en, zhCn } from './whole-language.fixture.ts'
import { elsewhere as zhElsewhere } from './zh-cn/elsewhere.ts'
import { embed as zhEmbed } from './zh-cn/embed.ts'
import { find as zhFind } from './zh-cn/find.ts'
import { history as zhHistory } from './zh-cn/history.ts'
import { links as zhLinks } from './zh-cn/links.ts'
import { runs as zhRuns } from './zh-cn/runs.ts'
import { signIn as zhSignIn } from './zh-cn/sign-in.ts'

/** With the texts that come with their pages. */
const allEnglish = {
  ...en,
  embed: enEmbed,
  find: enFind,
  history: enHistory,
  runs: enRuns,
  signIn: enSignIn,
  links: enLinks,
  elsewhere: enElsewhere,
}
const allChinese = {
  ...zhCn,
  embed: zhEmbed,
  find: zhFind,
  history: zhHistory,
  runs: zhRuns,
  signIn: zhSignIn,
  links: zhLinks,
  elsewhere: zhElsewhere,
}

/** Every message of a language by its path: `common.hosts`. */
function flatten(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, path === '' ? name : `${path}.${name}`),
  )
}

/** Names and abbreviations that are written alike in both languages. */
const sameInBoth = new Set(['Joblens', 'ID', 'IP', 'IPv4', 'IPv6', 'Agent', 'SQL', 'API', 'URL', 'Markdown'])

describe('Chinese', () => {
  const english = new Map(flatten(allEnglish))

  test('leaves no English word untranslated', () => {
    const untranslated = flatten(allChinese).filter(
      ([path, message]) =>
        message === english.get(path) &&
        /[a-z]{2}/i.test(String(message)) &&
        !sameInBoth.has(String(message)),
    )
    expect(untranslated.map(([path]) => path)).toEqual([])
  })

  test('and English have the same messages', () => {
    expect(flatten(allChinese).map(([path]) => path)).toEqual([...english.keys()])
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

test('counted nouns agree with their number', () => {
  expect([0, 1, 2000].map(en.common.hosts)).toEqual(['0 hosts', '1 host', '2,000 hosts'])
  expect([0, 1, 2000].map(zhCn.common.hosts)).toEqual(['0 台主机', '1 台主机', '2,000 台主机'])
})
