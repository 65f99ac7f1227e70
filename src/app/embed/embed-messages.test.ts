import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCommand, readConnect } from './embed-messages.ts'

const connect = { joblens: 'connect', version: 'v1', id: 'a' }

describe('asking for a channel', () => {
  test.each([
    [connect, connect],
    [
      { ...connect, downloads: false, more: 1 },
      { ...connect, downloads: false },
    ],
    [
      { ...connect, version: 'v7' },
      { ...connect, version: 'v7' },
    ],
  ])('%j', (data, expected) => expect(readConnect(data)).toEqual(expected))

  test.each([
    null,
    'connect',
    {},
    { ...connect, joblens: 'hello' },
    { ...connect, id: '' },
    { ...connect, id: 7 },
    { ...connect, id: 'x'.repeat(101) },
    { ...connect, version: 1 },
    { ...connect, version: 'v'.repeat(21) },
    { ...connect, downloads: 'yes' },
    [connect],
  ])('%j asks for nothing', (data) => expect(readConnect(data)).toBeNull())
})

describe('commands', () => {
  test.each([
    [
      { type: 'setTheme', theme: 'dark' },
      { type: 'setTheme', theme: 'dark' },
    ],
    [
      { type: 'setTheme', theme: 'auto' },
      { type: 'setTheme', theme: 'system' },
    ],
    [
      { type: 'setLanguage', language: 'zh' },
      { type: 'setLanguage', language: 'zh-CN' },
    ],
    [
      { type: 'goTo', path: '/biz/2/job-instances?page=2' },
      { type: 'goTo', path: '/biz/2/job-instances?page=2' },
    ],
    [
      { type: 'goTo', path: '/a/../node-man/jobs' },
      { type: 'goTo', path: '/node-man/jobs' },
    ],
    [
      { type: 'goTo', path: '/#/task-list/detail/7' },
      { type: 'goTo', path: '/#/task-list/detail/7' },
    ],
  ])('%j', (data, expected) => expect(readCommand(data)).toEqual(expected))

  test.each([
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/./%2e//evil.example/',
    '/.//evil.example/',
    'https://evil.example/',
    'javascript:alert(1)',
    'biz/2',
    '',
    `/${'x'.repeat(8000)}`,
  ])('goTo %j leads nowhere', (path) => expect(readCommand({ type: 'goTo', path })).toBeNull())

  test.each([
    null,
    7,
    'setTheme',
    { type: 'setTheme' },
    { type: 'setTheme', theme: 'neon' },
    { type: 'setTheme', theme: { toString: 'dark' } },
    { type: 'setLanguage', language: 'fr' },
    { type: 'goTo', path: ['/'] },
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 'ready' },
  ])('%j is none', (data) => expect(readCommand(data)).toBeNull())
})

/** Whatever a page may post: near misses as well as noise. Messages are copies, so nothing in them can run. */
const near = fc.record(
  {
    type: fc.oneof(fc.constantFrom('setTheme', 'setLanguage', 'goTo', 'toString'), fc.anything()),
    theme: fc.oneof(fc.constantFrom('dark', 'light', 'auto'), fc.anything()),
    language: fc.oneof(fc.constantFrom('en', 'zh', 'en-GB'), fc.anything()),
    path: fc.oneof(
      fc.webPath(),
      fc.string().map((text) => `/${text}`),
      fc.webUrl(),
      fc.anything(),
    ),
    joblens: fc.constantFrom('connect', 'connected'),
    version: fc.oneof(fc.constant('v1'), fc.anything()),
    id: fc.oneof(fc.string(), fc.anything()),
  },
  { requiredKeys: [] },
)
const anyData = fc.oneof(
  near,
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
)

test('nothing that is posted throws, and what is understood is harmless', () => {
  fc.assert(
    fc.property(anyData, (data) => {
      const asked = readConnect(data)
      if (asked !== null) expect(asked.id.length).toBeLessThanOrEqual(100)
      const command = readCommand(data)
      if (command === null) return
      if (command.type === 'setTheme') expect(['light', 'dark', 'system']).toContain(command.theme)
      else if (command.type === 'setLanguage') expect(['en', 'zh-CN']).toContain(command.language)
      else expect(new URL(command.path, 'https://joblens.example/x/').origin).toBe('https://joblens.example')
    }),
    { numRuns: 3000 },
  )
})

test('a path that is taken stays in the app, however it is written', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '\t',
    '\n',
    '@',
    ':',
    'evil.example',
    '//',
    '#',
    '?',
    'a',
  )
  const path = fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`)
  fc.assert(
    fc.property(path, (text) => {
      const command = readCommand({ type: 'goTo', path: text })
      if (command?.type !== 'goTo') return
      expect(command.path).toMatch(/^\/(?![/\\])/)
      expect(new URL(command.path, 'https://joblens.example').host).toBe('joblens.example')
    }),
    { numRuns: 3000 },
  )
})
