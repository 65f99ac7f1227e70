import { expect, test } from 'vitest'
import { problemAnswerSchema } from '#contract'
import { createTestGateway, origin } from './gateway.fixture.ts'

/* Decision 23: who may call the API, by what a browser tells and no page can forge. */

/** What a browser sends over plain HTTP: nothing of `Sec-Fetch-Site`, and no `Origin` with a picture. */
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', 'accept-language': 'en' }
const ownHeader = { 'x-joblens-language': 'en' }

test.each<[string, Record<string, string>]>([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling domain', { 'sec-fetch-site': 'same-site' }],
  ['another origin over plain HTTP', { origin: 'http://evil.test' }],
  ['a frame without an origin', { origin: 'null' }],
  ['another port', { origin: `${origin}:8080` }],
  ['a picture of another site over plain HTTP', { ...browser, referer: 'http://evil.test/page' }],
  ['a page that names itself ours', { referer: 'http://evil.test/http://joblens.test/' }],
  ['a page that is no address', { referer: 'joblens.test' }],
  ['a page that hides where it is', browser],
  ['a page that hides where it is and wants no language', { ...browser, 'accept-language': '' }],
  ['our page, if its origin were another', { ...ownHeader, origin: 'http://evil.test' }],
  ['our page, if its origin were a sibling', { ...ownHeader, origin: 'http://evil.joblens.test' }],
  ['our page, if its origin were another with our port', { ...ownHeader, origin: 'http://evil.test:80' }],
  ['our page, if it had no origin', { ...ownHeader, origin: 'null' }],
  [
    'our page at another port than the proxy names',
    { ...ownHeader, origin: 'http://p.test:8080', 'x-forwarded-host': 'p.test:9090' },
  ],
])('a request from %s is refused before any upstream call', async (_name, headers) => {
  const { get, upstreamRequests } = createTestGateway()
  const answer = await get('/api/scopes', { headers })
  expect(answer.status).toBe(403)
  expect(problemAnswerSchema.parse(await answer.json()).problem.kind).toBe('bad-request')
  expect(upstreamRequests).toEqual([])
})

test.each<[string, Record<string, string>]>([
  ['our page', { 'sec-fetch-site': 'same-origin', origin }],
  [
    'our page behind a proxy that rewrites Host',
    { 'sec-fetch-site': 'same-origin', origin: 'https://p.test' },
  ],
  ['behind two proxies', { origin: 'http://p.test', 'x-forwarded-host': 'p.test, inner.test' }],
  ['the same over plain HTTP', { origin: 'http://p.test', 'x-forwarded-host': 'p.test' }],
  ['our page over plain HTTP', { ...browser, ...ownHeader, referer: `${origin}/biz/2` }],
  [
    'our page behind a proxy that drops the port',
    { ...browser, ...ownHeader, referer: 'http://joblens.test:8080/biz/2' },
  ],
  [
    'our page that sends something, behind such a proxy',
    {
      ...browser,
      ...ownHeader,
      origin: 'http://joblens.test:8080',
      referer: 'http://joblens.test:8080/biz/2',
    },
  ],
  ['an old page over plain HTTP', { ...browser, referer: `${origin}/biz/2` }],
  ['our page in a browser that hides where it is', { ...browser, ...ownHeader, referer: '' }],
  ['a program that calls itself a browser', { 'user-agent': browser['user-agent'] }],
  ['a program that wants any language', { 'user-agent': 'node', 'accept-language': '*' }],
  ['the address bar', { ...browser, 'sec-fetch-site': 'none' }],
  ['a script', {}],
])('a request from %s is answered', async (_name, headers) => {
  const answer = await createTestGateway().get('/api/scopes', { headers })
  expect(answer.status).toBe(200)
})
