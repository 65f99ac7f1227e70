import { appSecret, gateways, startAnew } from './deployments.ts'
import { expect, failedRequest, test } from './fixtures.ts'

/* Log text is hostile, addresses are absurd, and the gateway stays up. */

test('hostile markup in a log stays text', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000004/steps/20000000401?host=50006')
  const log = page.getByRole('log')
  await expect(log).toContainText('<script>')
  await expect(log.locator('script, img, iframe, style, a[href^="javascript"], a[href^="data"]')).toHaveCount(
    0,
  )
  for (const link of await log.getByRole('link').all()) {
    const href = await link.getAttribute('href')
    if (href !== null && !href.startsWith('?') && !href.startsWith('/')) expect(href).toMatch(/^https?:\/\//)
  }
})

test('hostile markup in a node-man log stays text', async ({ page, open }) => {
  await open('/node-man/jobs/1117/instances/host%7Cinstance%7Chost%7C2000200270')
  const log = page.getByRole('log')
  await expect(log).toBeVisible()
  await expect(log.locator('script, img, iframe, a[href^="javascript"]')).toHaveCount(0)
})

const absurd = [
  '/biz/x/job-instances',
  '/biz/99999999999999999999/job-instances/1',
  '/biz/2/job-instances/1%20or%201',
  '/biz/2/job-instances/-1/steps/0x10',
  '/set/2/job-instances/1',
  '/no/such/page/at/all',
  '/node-man/jobs/abc',
  '/node-man/jobs/1/instances/%3Cscript%3E',
  `/biz/2/job-instances?name=${'x'.repeat(5_000)}`,
  '/biz/2/job-instances?from=yesterday&status=%00&page=-4',
]

test('an absurd address gets words, not a blank page', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(400), failedRequest(404))
  for (const path of absurd) {
    await open(path)
    const name = path.slice(0, 60)
    await expect(page.getByRole('banner'), name).toBeVisible()
    await expect(page.getByRole('main'), name).toContainText(/\w{3,}/)
    await expect(page.getByRole('heading').first(), name).toBeVisible()
  }
})

test('a megabyte in the query is refused in words and the gateway stays up', async ({ request }) => {
  const url = gateways[0]?.url ?? ''
  const answer = await request.get(`${url}/?q=${'x'.repeat(1_000_000)}`).catch(() => null)
  if (answer !== null) expect(answer.status()).toBeGreaterThanOrEqual(400)
  expect((await request.get(`${url}/healthz`)).status()).toBe(200)
})

test('wrong ids never reach upstream', async ({ request }) => {
  const url = gateways[1]?.url ?? ''
  const answer = await request.get(`${url}/api/job-instances/biz/2/18446744073709551616`)
  expect(answer.status()).toBe(400)
  expect(await answer.text()).toContain('"bad-request"')
})

test('the secret is in no answer', async ({ request }) => {
  for (const { url } of gateways.filter(({ name }) => name !== 'sub-path')) {
    for (const path of [
      '/',
      '/api/capabilities',
      '/api/job-instances/biz/3/1',
      '/api/nothing',
      '/healthz',
      '/api/scopes',
    ]) {
      expect(await (await request.get(url + path)).text()).not.toContain(appSecret)
    }
  }
})

test('a page of another site cannot read through the gateway', async ({ request }) => {
  const url = gateways[1]?.url ?? ''
  const answer = await request.get(`${url}/api/scopes`, {
    headers: { origin: 'https://evil.example.com', 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.status()).toBe(403)
})

test('who reads as somebody else is told so on every page', async ({ page }) => {
  const own = await startAnew({ JOBLENS_ACT_AS: 'demo', JOBLENS_ACT_AS_CONFIRM: 'demo' })
  try {
    for (const path of ['/', '/biz/2/job-instances/20000000012', '/node-man/jobs/1111']) {
      await page.goto(`${own.url}${path}?lang=en`)
      await expect(page.getByRole('banner')).toContainText('Acting as demo')
      await expect(page.getByRole('main')).toContainText(/\w{3,}/)
    }
  } finally {
    own.stop()
  }
})

/** Every page there is, and a refusal. */
const everyPage = [
  '/',
  '/biz/2/job-instances',
  '/biz/2/job-instances/20000000001',
  '/biz/2/job-instances/20000000024',
  '/biz/2/job-instances/20000000012/steps/20000001201',
  '/biz/2/job-instances/20000000015/steps/20000001501',
  '/biz/2/job-instances/20000000011/steps/20000001102',
  '/biz/3/job-instances/1',
  '/node-man/jobs',
  '/node-man/jobs/1111',
  '/node-man/jobs/1111/instances/host%7Cinstance%7Chost%7C2000200210',
]

test('hostile words in every text of every answer stay words', async ({ page, open, expectedErrors }) => {
  test.slow()
  expectedErrors.push(failedRequest(403))
  await page.route('**/api/**', async (route) => {
    // A page that has been left takes its requests with it.
    const response = await route.fetch().catch(() => null)
    const body = await response?.body().catch(() => null)
    if (response === null || body == null) await route.abort().catch(() => undefined)
    else await route.fulfill({ response, body: poison(body) }).catch(() => undefined)
  })
  for (const path of everyPage) {
    await open(path)
    const main = page.getByRole('main')
    if (path !== '/') await expect(main, path).toContainText('<img src=x')
    if (path.includes('/instances/')) await expect(page.getByRole('log')).toContainText('<img src=x')
    await expect(page.locator('img[src="x"], main script, [onerror]'), path).toHaveCount(0)
    await expect(page.locator('a[href^="javascript" i], a[href^="data" i], iframe'), path).toHaveCount(0)
    expect(await page.evaluate(() => 'pwned' in window), path).toBe(false)
  }
})

const attack = `"'><img src=x onerror="window.pwned=1"><script>window.pwned=1</script>\${7*7}{{7*7}}`

/** JSON, or frames: lines of JSON with texts between them. */
function poison(body: Buffer): Buffer {
  const text = body.toString('utf8')
  try {
    return Buffer.from(JSON.stringify(poisonValue('', JSON.parse(text))))
  } catch {
    return poisonFrames(body)
  }
}

function poisonFrames(body: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const newline = body.indexOf('\n', at)
    const header = JSON.parse(body.toString('utf8', at, newline)) as { readonly bytes: number }
    const log = Buffer.from(`${attack}\n${body.toString('utf8', newline + 1, newline + 1 + header.bytes)}`)
    const poisoned = { ...(poisonValue('', header) as object), bytes: log.length }
    // Frames without a text have none afterwards either.
    const hasText = 'key' in poisoned
    const line = JSON.stringify(hasText ? poisoned : { ...poisoned, bytes: header.bytes })
    pieces.push(Buffer.from(`${line}\n`), ...(hasText ? [log] : []))
    at = newline + 1 + header.bytes
  }
  return Buffer.concat(pieces)
}

/** What the contract takes one of a few words for, or the app asks by; everything else is a text that anybody may have written. */
const fixedWords =
  /^(?:kind|generation|api|key|hostKey|type|logType|content|direction|requestIdOf|system|upstreamTimeZone)$/

function poisonValue(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => poisonValue(name, each))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poisonValue(key, each)]))
  if (typeof value !== 'string' || fixedWords.test(name) || /[iI]d$/.test(name)) return value
  if (/(?:Url|login|Web|apply)$/.test(name)) return 'javascript:window.pwned=1'
  return `${value}${attack}`
}
