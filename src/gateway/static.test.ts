import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestGateway } from './gateway.fixture.ts'
import { type Assets, loadAssets } from './static.ts'

const indexHtml = `<!doctype html><html><head>
<meta name="joblens-nonce" content="__NONCE__" /><meta name="joblens-base" content="__BASE__" />
<meta name="joblens-parents" content="__PARENTS__" />
<link rel="icon" href="./icon.svg" /><link rel="stylesheet" href="./assets/index-1a2b.css">
<script type="module" crossorigin src="./assets/index-1a2b.js"></script><a href="https://x.example/y"></a>
</head><body></body></html>`

const json = JSON.stringify({ words: 'of some length '.repeat(500) })
let directory = ''
let assets: Assets | null = null

beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'joblens-static-'))
  directory = join(parent, 'client')
  await mkdir(join(directory, 'assets'), { recursive: true })
  await mkdir(join(directory, 'embed'))
  await writeFile(join(directory, 'embed/joblens-embed.js'), 'export const a = 1')
  await writeFile(join(directory, 'embed/example.html'), '<!doctype html>')
  await writeFile(join(parent, 'private.txt'), 'private')
  await writeFile(join(directory, 'index.html'), indexHtml)
  await writeFile(join(directory, 'icon.svg'), '<svg/>')
  const script = Buffer.from('export const a = 1\n'.repeat(500))
  await writeFile(join(directory, 'assets/index-1a2b.js'), script)
  await writeFile(join(directory, 'assets/index-1a2b.js.br'), brotliCompressSync(script))
  await writeFile(join(directory, 'assets/index-1a2b.js.gz'), gzipSync(script))
  await writeFile(join(directory, 'assets/index-1a2b.js.map'), '{}')
  await writeFile(join(directory, 'words.json'), json)
  await writeFile(join(directory, 'words.json.br'), brotliCompressSync(json))
  assets = await loadAssets(directory)
})

afterAll(() => rm(join(directory, '..'), { recursive: true }))

function site(environment: Record<string, string> = {}) {
  if (assets === null) throw new Error('no assets')
  return createTestGateway({ assets, environment })
}

test('the page holds the base path, absolute addresses, and the nonce of its own policy', async () => {
  const answer = await site({ JOBLENS_BASE_PATH: '/x/y' }).get('/x/y/biz/2/job-instances')
  const html = await answer.text()
  const nonce = /content="([^"]+)" \/><meta name="joblens-base"/.exec(html)?.[1]
  expect(html).toContain('name="joblens-base" content="/x/y/"')
  expect(html).toContain('href="/x/y/icon.svg"')
  expect(html).toContain('src="/x/y/assets/index-1a2b.js"')
  expect(html).toContain('href="/x/y/assets/index-1a2b.css"')
  expect(html).toContain('href="https://x.example/y"')
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
})

test('a file of JSON is compressed once, and a HEAD tells its length', async () => {
  const headers = { 'accept-encoding': 'br' }
  const answer = await site().get('/words.json', { headers })
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(json)
  const head = await site().get('/words.json', { method: 'HEAD' })
  expect(head.headers.get('content-length')).toBe(`${json.length}`)
})

test('a script that is a worker has rules of its own: vectors for searching, and no text ever becomes code', async () => {
  const policyOf = async (path: string) => (await site().get(path)).headers.get('content-security-policy')
  const rules = (await policyOf('/assets/index-1a2b.js'))?.split('; ')
  expect(rules).toContain("default-src 'none'")
  expect(rules).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(rules?.join()).not.toContain("'unsafe-eval'")
  expect(await policyOf('/icon.svg')).toBeNull()
})

test('every page has its own nonce', async () => {
  const { get } = site()
  const policies = await Promise.all([get('/'), get('/')])
  expect(new Set(policies.map(({ headers }) => headers.get('content-security-policy'))).size).toBe(2)
})

test('the policy lets nothing in that is not ours, and nobody frame us unless configured', async () => {
  const policyOf = async (environment: Record<string, string>) => {
    const { headers } = await site(environment).get('/')
    return [headers.get('content-security-policy') ?? '', headers.get('x-frame-options')] as const
  }
  const [closed, frameOptions] = await policyOf({})
  for (const rule of [
    "default-src 'none'",
    "script-src 'self';",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types joblens-worker',
  ]) {
    expect(closed).toContain(rule)
  }
  expect(frameOptions).toBe('DENY')
  const [open, noOptions] = await policyOf({
    JOBLENS_FRAME_ANCESTORS: 'https://a.example https://b.example:8080',
  })
  expect(open).toContain('frame-ancestors https://a.example https://b.example:8080;')
  expect(noOptions).toBeNull()
})

test('the page knows who may frame it, and so talk to it', async () => {
  const parentsIn = async (environment: Record<string, string>) =>
    /name="joblens-parents" content="([^"]*)"/.exec(await (await site(environment).get('/')).text())?.[1]
  expect(await parentsIn({})).toBe('')
  expect(await parentsIn({ JOBLENS_FRAME_ANCESTORS: 'https://a.example, https://*.b.example:8443' })).toBe(
    'https://a.example https://*.b.example:8443',
  )
})

test('a page that is a file frames nothing but this Joblens, and nobody frames it', async () => {
  const { headers } = await site({ JOBLENS_FRAME_ANCESTORS: 'https://a.example' }).get('/embed/example.html')
  const policy = headers.get('content-security-policy')
  expect(policy).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self'",
  )
  expect(policy).toContain("frame-ancestors 'none'")
})

test('only the script made for portals may be loaded by other origins', async () => {
  const openness = async (path: string) => {
    const { headers } = await site().get(path)
    return [headers.get('cross-origin-resource-policy'), headers.get('access-control-allow-origin')]
  }
  expect(await openness('/embed/joblens-embed.js')).toEqual(['cross-origin', '*'])
  for (const path of ['/', '/assets/index-1a2b.js', '/embed/example.html', '/api/session'])
    expect(await openness(path)).toEqual(['same-origin', null])
})

test.each([
  '/',
  '/index.html',
  '/biz/2/job-instances/100/steps/200?host=0:10.0.0.1',
  '/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C10.0.0.3-0-0',
  '/node-man/jobs/1/instances/host|instance|host|10.0.0.3-0-0',
  '/api_execute/100',
])('%s is a page', async (path) => {
  const answer = await site().get(path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
})

test('hashed files are typed and cached for ever, others for a while', async () => {
  const { get } = site()
  const script = await get('/assets/index-1a2b.js')
  expect(Object.fromEntries(script.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-length': String('export const a = 1\n'.length * 500),
  })
  const icon = await get('/icon.svg')
  expect(icon.headers.get('content-type')).toBe('image/svg+xml')
  expect(icon.headers.get('cache-control')).toBe('public, max-age=3600')
})

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip, br;q=0', 'gzip'],
  ['gzip;q=0', null],
  ['identity', null],
])('accept-encoding %s is answered with %s', async (accept, encoding) => {
  const answer = await site().get('/assets/index-1a2b.js', { headers: { 'accept-encoding': accept } })
  expect(answer.headers.get('content-encoding')).toBe(encoding)
  expect(answer.headers.get('vary')).toBe('accept-encoding')
})

test('HEAD answers the same headers and no body', async () => {
  const { get } = site()
  const file = await get('/assets/index-1a2b.js', { method: 'HEAD' })
  expect([file.status, file.headers.get('content-length'), await file.text()]).toEqual([200, '9500', ''])
  const page = await get('/', { method: 'HEAD' })
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '',
  ])
})

test.each([
  '/assets/',
  '/assets/none.js',
  '/assets/index-1a2b.js.map',
  '/assets/index-1a2b.js.br',
  '/none.png',
  '/assets/../../private.txt',
  '/%2e%2e/private.txt',
  '/..%2fprivate.txt',
  '/assets/..%5c..%5cprivate.txt',
  '/assets/%00index-1a2b.js',
  '/assets/index-1a2b.js%00',
  '/assets%2findex-1a2b.js',
  '//private.txt',
])('%s is no file of ours', async (path) => {
  const answer = await site().get(path)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toBe('private')
})

test('other methods are refused', async () => {
  expect((await site().get('/', { method: 'POST' })).status).toBe(405)
})

test('without a built app the page says what to run', async () => {
  expect(await loadAssets(join(directory, 'nowhere'))).toBeNull()
  const answer = await createTestGateway().get('/')
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')])
})
