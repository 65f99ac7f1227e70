import { expect, test } from 'vitest'
import { createTestGateway, type TestGatewayOptions } from './gateway.fixture.ts'

/*
 * What BlueKing PaaS does to a request: its ingress takes off the path people came by, one of several, and names it.
 */

const assets = {
  indexHtml: '<meta content="__BASE__"><script src="./assets/a.js">',
  files: new Map(),
}
const injected = { BKPAAS_SUB_PATH: '/prod--default--joblens/', BKPAAS_MAJOR_VERSION: '3' }
const onPaas = (environment: TestGatewayOptions['environment'] = {}) =>
  createTestGateway({ environment: { ...injected, ...environment }, assets })

const pageAt = (base: string) => `<meta content="${base}"><script src="${base}assets/a.js">`
const cameBy = (path: string) => ({ headers: { 'x-script-name': path } })

test.each([
  ['/joblens/', '/joblens/'],
  ['/joblens', '/joblens/'],
  ['/prod--default--joblens', '/prod--default--joblens/'],
  ['/', '/'],
])('people who came by %s stay there', async (told, base) => {
  const { get } = onPaas()
  for (const path of ['/', '/biz/2/job-instances']) {
    expect(await (await get(path, cameBy(told))).text()).toBe(pageAt(base))
  }
  expect((await get('/api/capabilities', cameBy(told))).status).toBe(200)
  expect((await get('/health', cameBy(told))).status).toBe(200)
})

test('what the ingress passes on shows nothing of the inside; who comes to the port may see it', async () => {
  const { get } = onPaas()
  for (const path of ['/metrics', '/ready', '/readyz']) {
    expect((await get(path, cameBy('/joblens'))).status).toBe(404)
    expect((await get(path)).headers.get('content-type')).not.toMatch(/html/)
  }
})

test('without the header it is the injected path, whether the ingress has taken it off or not', async () => {
  const { get } = onPaas()
  const base = injected.BKPAAS_SUB_PATH
  for (const path of ['/', '/biz/2/job-instances', base, `${base}biz/2/job-instances`]) {
    expect(await (await get(path)).text()).toBe(pageAt(base))
  }
  for (const path of ['/api/capabilities', `${base}api/capabilities`, '/health', `${base}health`]) {
    expect((await get(path)).status).toBe(200)
  }
  const bare = await get(`${base.slice(0, -1)}?lang=en`)
  expect([bare.status, bare.headers.get('location')]).toEqual([308, `${base}?lang=en`])
})

test.each(['//evil.example', '/a"><script>', 'https://evil.example', '/../x', '/a b', '/a?b', '/%2e%2e/'])(
  'a path that is none gets into no page: %s',
  async (told) => {
    const { get } = onPaas()
    const text = await (await get('/', cameBy(told))).text()
    expect([pageAt(injected.BKPAAS_SUB_PATH), pageAt('/evil.example/')]).toContain(text)
  },
)

test.each<[string, Record<string, string>]>([
  ['no PaaS', { BKPAAS_SUB_PATH: '' }],
  ['a path of the operator', { JOBLENS_BASE_PATH: '/tools' }],
  ['a path that is not taken off', { JOBLENS_BASE_PATH_STRIPPED: 'no' }],
])('the header of a browser is not believed: %s', async (_name, environment) => {
  const { get, config } = onPaas(environment)
  expect(config.isPathTold).toBe(false)
  const { servedPath, basePath } = config
  expect(await (await get(servedPath, cameBy('/elsewhere'))).text()).toBe(pageAt(basePath))
})

test('many paths are as many pages, and are not kept', async () => {
  const { get } = onPaas()
  for (let each = 0; each < 40; each += 1) {
    expect(await (await get('/', cameBy(`/p${each}`))).text()).toBe(pageAt(`/p${each}/`))
  }
})
