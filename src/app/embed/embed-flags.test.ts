import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEmbedFlags, regions, views } from './embed-flags.ts'
import { isKnownVersion } from './embed-version.ts'

const nothingAsked = { hide: [], view: 'fill', readonly: false, theme: null, language: null, ignored: [] }

test('nothing asked for', () => {
  expect(readEmbedFlags('')).toEqual(nothingAsked)
  expect(readEmbedFlags('?embed=v1&hide=&view=&theme=&lang=&readonly=')).toEqual(nothingAsked)
})

test('everything asked for', () => {
  expect(readEmbedFlags('?embed=v1&hide=hosts,%20header&view=fit&readonly=1&theme=dark&lang=zh')).toEqual({
    hide: ['header', 'hosts'],
    view: 'fit',
    readonly: true,
    theme: 'dark',
    language: 'zh-CN',
    ignored: [],
  })
  expect(readEmbedFlags('?theme=auto&lang=zh_cn&readonly=false')).toMatchObject({
    theme: 'system',
    language: 'zh-CN',
    readonly: false,
  })
})

test.each([
  ['hide=header,sidebar', { hide: ['header'], ignored: ['hide=sidebar'] }],
  ['view=tiny&hide=ruler', { view: 'fill', hide: ['ruler'], ignored: ['view=tiny'] }],
  ['theme=neon&lang=zh', { theme: null, language: 'zh-CN', ignored: ['theme=neon'] }],
  ['lang=fr&readonly=1', { language: null, readonly: true, ignored: ['lang=fr'] }],
  ['readonly=perhaps', { readonly: false, ignored: ['readonly=perhaps'] }],
])('%s: a bad flag costs only itself, and is named', (search, expected) => {
  expect(readEmbedFlags(search)).toMatchObject(expected)
})

test('any address at all gives flags, and a short list of what was not understood', () => {
  const value = fc.oneof(
    fc.string(),
    fc.string({ maxLength: 5000 }),
    fc.constantFrom(...regions, ...views, '1', 'dark'),
  )
  const query = fc.dictionary(fc.constantFrom('hide', 'view', 'readonly', 'theme', 'lang', 'embed'), value)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        query.map((fields) => `?${new URLSearchParams(fields)}`),
      ),
      (search) => {
        const flags = readEmbedFlags(search)
        expect(flags.hide.every((region) => regions.includes(region))).toBe(true)
        expect(views).toContain(flags.view)
        expect(flags.ignored.length).toBeLessThanOrEqual(20)
        expect(flags.ignored.every((told) => told.length < 80)).toBe(true)
      },
    ),
  )
})

test.each([
  ['v1', true],
  ['v2', false],
  ['V1', false],
  ['1', false],
  ['', false],
  ['true', false],
])('version "%s" is known: %s', (version, known) => expect(isKnownVersion(version)).toBe(known))
