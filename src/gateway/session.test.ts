import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { identify, languageOf, readCookie, userHash } from './session.ts'

const real = {
  BKPAAS_APP_ID: 'app',
  BKPAAS_APP_SECRET: 'secret',
  BK_API_URL_TMPL: 'https://bkapi.example/api/{api_name}',
}

function configOf(environment: Record<string, string>) {
  const result = readConfig(environment)
  if (!result.ok) throw new Error(result.mistakes.join())
  return result.config
}

const requestWith = (headers: Record<string, string>) => new Request('http://joblens.test/', { headers })
const withCookie = (cookie: string) => requestWith({ cookie })

test("the configured cookie's value is the ticket", () => {
  const request = withCookie('a=b; bk_token=token-1; bk_ticket=ticket-1')
  expect(identify(request, configOf(real), 'job')).toEqual({
    by: 'token',
    cookie: 'bk_token',
    value: 'token-1',
  })
  const ticketConfig = configOf({ ...real, JOBLENS_USER_COOKIE: 'bk_ticket' })
  expect(identify(request, ticketConfig, 'nodeMan')).toMatchObject({ cookie: 'bk_ticket', value: 'ticket-1' })
})

test('without it there is nobody: the problem says where to sign in', () => {
  const config = configOf({ ...real, JOBLENS_LOGIN_URL: 'https://login.example/' })
  expect(() => identify(requestWith({}), config, 'job')).toThrow(
    expect.objectContaining({
      facts: expect.objectContaining({ kind: 'not-signed-in', loginUrl: 'https://login.example/' }),
    }),
  )
})

test('the sandbox has a demo user, and takes a ticket all the same', () => {
  const config = configOf({})
  expect(identify(requestWith({}), config, 'job')).toEqual({ by: 'name', userName: 'demo' })
  expect(identify(withCookie('bk_token=expired'), config, 'job')).toMatchObject({ value: 'expired' })
})

test('only the system that is a sandbox has the demo user', () => {
  const config = configOf({ ...real, JOBLENS_JOB_API: 'sandbox' })
  expect(identify(requestWith({}), config, 'job')).toMatchObject({ userName: 'demo' })
  expect(() => identify(requestWith({}), config, 'nodeMan')).toThrow()
})

test('a fixed user wins over every cookie', () => {
  const config = configOf({ ...real, JOBLENS_ACT_AS: 'admin', JOBLENS_ACT_AS_CONFIRM: 'admin' })
  expect(identify(withCookie('bk_token=x'), config, 'job')).toEqual({ by: 'name', userName: 'admin' })
})

test.each([
  ['bk_token=abc', 'abc'],
  ['  bk_token = abc ', 'abc'],
  ['bk_token="quoted"', 'quoted'],
  ['bk_token=a=b==', 'a=b=='],
  ['xbk_token=no; bk_token=yes', 'yes'],
  ['bk_token=; bk_token=yes', 'yes'],
  ['bk_token=', null],
  ['bk_token', null],
  ['bk_token=a b', null],
  ['bk_token=中', null],
  [`bk_token=${'x'.repeat(4097)}`, null],
])('cookie header %s', (header, expected) => {
  expect(readCookie(header, 'bk_token')).toBe(expected)
})

test.each<[string, Record<string, string>, string]>([
  ['what the app shows', { 'x-joblens-language': 'en', cookie: 'blueking_language=zh-cn' }, 'en'],
  ["BlueKing's cookie", { cookie: 'blueking_language=zh-cn', 'accept-language': 'en' }, 'zh-cn'],
  ['the browser', { 'accept-language': 'zh-TW,zh;q=0.9,en;q=0.8' }, 'zh-cn'],
  ['a language upstream lacks', { 'accept-language': 'fr,zh;q=0.5' }, 'en'],
  ['nothing', {}, 'en'],
])('language from %s', (_name, headers, expected) => {
  expect(languageOf(requestWith(headers))).toBe(expected)
})

test('the hash tells users apart without holding their ticket', () => {
  const hash = (value: string) => userHash({ by: 'token', cookie: 'bk_token', value })
  expect(hash('token-1')).toMatch(/^[0-9a-f]{12}$/)
  expect(hash('token-1')).toBe(hash('token-1'))
  expect(hash('token-1')).not.toBe(hash('token-2'))
})
