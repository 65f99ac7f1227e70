import type { FrameLocator, Page } from '@playwright/test'
import { startAnew } from './deployments.ts'
import { test as base, expect, expectAccessible, failedRequest } from './fixtures.ts'
import { type LoginPage, startLoginPage } from './login-page.ts'
import { freePorts, originOf, type Portals, startPortals } from './portal-server.ts'

/* Joblens in pages of other origins: who may frame it, what they are told, and what works in spite of it. */

interface Embedding {
  /** Where Joblens is, without a slash at the end. */
  readonly url: string
  readonly portals: Portals
  readonly login: LoginPage
}

/** What the portal of the tests leaves in its window (portal/portal.js). */
interface PortalWindow {
  readonly messages: readonly Record<string, unknown>[]
  readonly posted: readonly unknown[]
  readonly keys: readonly string[]
  readonly joblens: Record<'setTheme' | 'setLanguage' | 'goTo', (value: string) => void>
}

const test = base.extend<object, { readonly embedding: Embedding }>({
  embedding: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
    async ({}, use) => {
      const [ports, login] = await Promise.all([freePorts(), startLoginPage()])
      const deployment = await startAnew({
        JOBLENS_FRAME_ANCESTORS: originOf(ports.allowed),
        JOBLENS_LOGIN_URL: login.url,
        JOBLENS_BASE_PATH: basePath,
      })
      const portals = await startPortals(ports, deployment.url)
      await use({ url: `${deployment.url}${basePath}`, portals, login })
      await portals.stop()
      deployment.stop()
      login.stop()
    },
    { scope: 'worker' },
  ],
})

/** Under a sub-path, which no message may contain. */
const basePath = '/tools/joblens'
const jobPath = '/biz/2/job-instances/20000000001'
const stepPath = `${jobPath}/steps/20000000102`
const flags = 'embed=v1&hide=header&lang=en&theme=light'

interface PortalOptions {
  readonly portal: string
  readonly src: string
  readonly sandbox?: string
  readonly allow?: string
  /** The frame is made as high as Joblens says. */
  readonly fit?: '1'
}

/** Opens a portal that frames `src`, as somebody who is signed in unless said otherwise. */
async function openPortal(page: Page, { portal, ...asked }: PortalOptions): Promise<FrameLocator> {
  const query = new URLSearchParams({ width: '900', height: '600', ...asked })
  await page.goto(`${portal}/portal.html?${query}`)
  return page.frameLocator('iframe')
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.context().addCookies([{ name: 'bk_token', value: 'demo', url }])
}

const told = (page: Page) => page.evaluate(() => (window as unknown as PortalWindow).messages)

/** Waits until the portal has been told something like this. */
async function expectTold(page: Page, message: Record<string, unknown>): Promise<void> {
  await expect
    .poll(() => told(page), { message: `told ${JSON.stringify(message)}`, intervals: [50, 100] })
    .toContainEqual(expect.objectContaining(message))
}

/** Where the frame says it is, flags included. */
async function lastLocation(page: Page): Promise<URL> {
  const last = (await told(page)).findLast(({ type }) => type === 'location')
  return new URL(String(last?.['frameHref']))
}

const say = (page: Page, what: keyof PortalWindow['joblens'], value: string) =>
  page.evaluate(([name, text]) => (window as unknown as PortalWindow).joblens[name](text), [
    what,
    value,
  ] as const)

test('an allowed portal frames a step, is told of it, and leads it elsewhere @firefox', async ({
  page,
  embedding,
}) => {
  const { url, portals } = embedding
  await signIn(page, url)
  const src = `${url}${stepPath}?${flags}`
  const frame = await openPortal(page, { portal: portals.allowed, src })
  await expect(frame.getByRole('log')).toContainText(/\w/)
  await expect(frame.getByRole('banner')).toBeHidden()
  await expectTold(page, { type: 'ready', version: 'v1', ignored: [] })
  await expectTold(page, {
    type: 'location',
    path: stepPath,
    href: `${url}${stepPath}`,
    frameHref: src,
  })
  const counts = { total: 2000, succeeded: 1993, failed: 7 }
  await expectTold(page, { type: 'status', state: 'failed', finished: true, counts })
  await expectTold(page, { type: 'height', height: 600 })

  // Joblens has taken neither the focus nor any key of the portal.
  await page.keyboard.type('[/]?')
  await expect(page.getByLabel('Search the portal')).toHaveValue('[/]?')
  expect(await page.evaluate(() => (window as unknown as PortalWindow).keys.join(''))).toBe('[/]?')

  // All three at once, as a portal says them that has just been told "ready".
  await page.evaluate((path) => {
    const { joblens: framed } = window as unknown as PortalWindow
    framed.setTheme('dark')
    framed.setLanguage('zh-CN')
    framed.goTo(path)
  }, `${jobPath}?embed=v9&hide=hosts`)
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectTold(page, { type: 'location', path: jobPath })
  await expect(page.getByLabel('Search the portal')).toBeFocused()
  // Each of the three is told by itself.
  await expect
    .poll(async () => [...(await lastLocation(page)).searchParams].sort())
    .toEqual([
      ['embed', 'v1'],
      ['hide', 'header'],
      ['lang', 'zh-CN'],
      ['theme', 'dark'],
    ])

  // A link inside is a real one, with all flags on it; and it is followed within the frame.
  const link = frame.getByRole('list', { name: '步骤' }).getByRole('link').first()
  await expect(link).toHaveAttribute('href', /embed=v1&.*hide=header|hide=header&.*embed=v1/)
  await link.click()
  await expect.poll(async () => (await lastLocation(page)).pathname).toMatch(/\/steps\/\d+$/)
  await expect(frame.getByRole('banner')).toBeHidden()

  // So is a link of the job platform's own.
  await say(page, 'goTo', '/biz/2/execute/step/20000000001?stepInstanceId=20000000102')
  await expect.poll(async () => (await lastLocation(page)).pathname).toBe(`${basePath}${stepPath}`)
  expect((await lastLocation(page)).searchParams.get('hide')).toBe('header')

  await say(page, 'goTo', 'https://elsewhere.example/')
  await expectTold(page, { type: 'error', kind: 'bad-message' })
  expect(JSON.stringify(await told(page))).not.toContain('elsewhere')
  // Between windows only the handshake: everything else went through the channel.
  const posted = await page.evaluate(() => (window as unknown as PortalWindow).posted)
  expect(posted).toEqual([{ joblens: 'connected', version: 'v1', id: expect.any(String) }])
})

test('a link that leads on is told once it has: never the address it was left for @firefox', async ({
  page,
  embedding,
}) => {
  const { url, portals } = embedding
  await signIn(page, url)
  const locations = async () =>
    (await told(page)).filter(({ type }) => type === 'location').map(({ path }) => path)
  for (const [src, path] of [
    [`/?${flags}#/task-list/detail/1115`, '/node-man/jobs/1115'],
    [`/biz/2/execute/task/20000000001?${flags}`, jobPath],
    [`${jobPath}?${flags}&v=7`, jobPath],
  ] as const) {
    const frame = await openPortal(page, { portal: portals.allowed, src: `${url}${src}` })
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible()
    await expectTold(page, { type: 'location', path })
    expect(await locations()).toEqual([path])
  }
})

test('another portal is shown nothing; one that gets around that is told nothing', async ({
  page,
  embedding,
  expectedErrors,
}) => {
  expectedErrors.push(/frame-ancestors/)
  const { url, portals } = embedding
  await signIn(page, url)
  await openPortal(page, { portal: portals.other, src: `${url}${jobPath}?${flags}` })
  await expectTold(page, { type: 'error', kind: 'no-answer' })
  expect(page.frames().map((frame) => frame.url())).not.toContain(`${url}${jobPath}?${flags}`)

  const src = `${portals.stripped}${basePath}${jobPath}?${flags}`
  const frame = await openPortal(page, { portal: portals.other, src })
  await expect(frame.getByRole('list', { name: 'Steps' })).toBeVisible()
  await expectTold(page, { type: 'error', kind: 'no-answer' })
  expect(await told(page)).toEqual([{ type: 'error', kind: 'no-answer', requestId: null }])
  expect(await page.evaluate(() => (window as unknown as PortalWindow).posted)).toEqual([])
})

test('behind the nginx of the documentation the policy and the streams arrive as they were sent', async ({
  page,
  embedding,
}) => {
  const { url, portals } = embedding
  test.skip(portals.documented === null, 'no nginx here')
  const documented = `${portals.documented}${basePath}`
  const policyOf = async (base: string) =>
    (await fetch(`${base}${jobPath}`)).headers.get('content-security-policy')?.replace(/'nonce-[^']+'/g, '')
  expect(await policyOf(documented)).toBe(await policyOf(url))
  await signIn(page, documented)
  const frame = await openPortal(page, { portal: portals.allowed, src: `${documented}${stepPath}?${flags}` })
  await expect(frame.getByRole('log')).toContainText('job_start')
  await expectTold(page, { type: 'ready' })
})

test('without storage, clipboard and downloads there is a way for each', async ({
  page,
  embedding,
  expectedErrors,
}) => {
  expectedErrors.push(/Clipboard API has been blocked/)
  const { url, portals } = embedding
  await signIn(page, url)
  await page.addInitScript(() => {
    if (window.parent === window) return
    const refuse = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: refuse })
    Object.defineProperty(window, 'BroadcastChannel', { value: refuse })
    // What a browser does that has neither the permission nor a key press it would accept.
    document.execCommand = () => false
  })
  const src = `${url}${stepPath}?${flags}&host=0:10.10.1.153`
  const sandbox = 'allow-scripts allow-same-origin'
  const frame = await openPortal(page, { portal: portals.allowed, src, sandbox })
  await expect(frame.getByRole('log')).toContainText(/\w/)

  await frame.getByRole('button', { name: 'Copy the log' }).click()
  await frame.getByRole('button', { name: 'Copy as text', exact: true }).click()
  const dialog = frame.getByRole('dialog', { name: 'Copy by hand' })
  const area = dialog.getByRole('textbox')
  await expect(area).toHaveValue(/\w/)
  const selected = (element: HTMLTextAreaElement) => element.selectionEnd - element.selectionStart
  await expect.poll(() => area.evaluate(selected)).toBe((await area.inputValue()).length)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(frame.getByRole('button', { name: 'Copy the log' })).toBeFocused()

  await frame.getByRole('button', { name: 'Download the log' }).click()
  await frame.getByRole('button', { name: 'Download as text' }).click()
  await expect(frame.getByText('The surrounding page does not let this frame download')).toBeVisible()
  await expect(frame.getByText(/^Saved/)).toHaveCount(0)
  const out = frame.getByRole('link', { name: 'Open this page in a new tab' })
  await expect(out).toHaveAttribute('href', new RegExp(`^${basePath}${stepPath}\\?(?!.*embed=)`))
  await frame.getByRole('button', { name: 'Show it as text' }).click()
  await expect(area).toHaveValue(/\w/)
  await dialog.getByRole('button', { name: 'Close' }).click()

  await frame.getByRole('button', { name: 'Copy or export' }).click()
  await frame.getByRole('button', { name: 'CSV' }).click()
  const notice = frame.getByRole('region', { name: 'Downloads' })
  await expect(notice).toContainText('.csv')
  await expect(frame.getByText(/^Saved/)).toHaveCount(0)
  // It lies over nothing, and goes as panels do: the panel first.
  await page.keyboard.press('Escape')
  await expect(notice).toBeVisible()
  await frame.getByRole('button', { name: 'Copy or export' }).click({ trial: true })
  await page.keyboard.press('Escape')
  await expect(notice).toBeHidden()
})

test('a frame that may download does', async ({ page, embedding }) => {
  const { url, portals } = embedding
  await signIn(page, url)
  const src = `${url}${stepPath}?${flags}`
  const sandbox = 'allow-scripts allow-same-origin allow-downloads'
  const frame = await openPortal(page, { portal: portals.allowed, src, sandbox })
  await expect(frame.getByRole('log')).toContainText(/\w/)
  // With the handshake the frame is told what it may.
  await expectTold(page, { type: 'ready' })
  const download = page.waitForEvent('download')
  await frame.getByRole('button', { name: 'Download the log' }).click()
  await frame.getByRole('button', { name: 'Download as text' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.log$/)
  await expect(frame.getByRole('region', { name: 'Downloads' })).toHaveCount(0)
})

test('a frame as high as what it holds, in which nothing is kept', async ({ page, embedding }) => {
  const { url, portals } = embedding
  await signIn(page, url)
  const src = `${url}${stepPath}?embed=v1&view=fit&readonly=1&hide=hosts&lang=en&host=1138`
  const frame = await openPortal(page, { portal: portals.allowed, src, fit: '1' })
  const log = frame.getByRole('log')
  await expect(log).toContainText('KeyError')
  const room = () => log.evaluate((element) => [element.clientHeight, element.scrollHeight])
  const gapBelow = () =>
    log.evaluate((element) => window.innerHeight - element.getBoundingClientRect().bottom)
  await expect.poll(gapBelow, 'nothing but a margin below the last line').toBeLessThan(40)
  const [shown, whole] = await room()
  expect(shown, 'all lines').toBe(whole)
  await expect(frame.getByRole('banner')).toBeVisible()
  await expect(frame.getByRole('button', { name: /^Star/ })).toBeHidden()
})

test('who is not signed in signs in elsewhere, and the frame goes on by itself', async ({
  page,
  context,
  embedding,
  expectedErrors,
}) => {
  expectedErrors.push(failedRequest(401))
  const { url, portals, login } = embedding
  const asked = login.waysBack.length
  const src = `${url}${stepPath}?${flags}&line=2`
  const frame = await openPortal(page, { portal: portals.allowed, src })
  await expectTold(page, { type: 'error', kind: 'not-signed-in' })
  const opened = context.waitForEvent('page')
  await frame.getByRole('link', { name: 'Sign in (new tab)' }).first().click()
  await (await opened).getByRole('link', { name: 'Let me in' }).click()
  await expect(frame.getByRole('log').locator('[aria-current="true"]')).toHaveAttribute('aria-posinset', '2')
  // Never in the frame itself, which a login page refuses.
  expect(login.waysBack).toHaveLength(asked + 1)

  // Signed in on any other page, of which no message comes: the ticket is noticed.
  await context.clearCookies()
  const other = await openPortal(page, { portal: portals.allowed, src })
  await expect(other.getByRole('link', { name: 'Sign in (new tab)' }).first()).toBeVisible()
  await signIn(page, url)
  await expect(other.getByRole('log')).toContainText(/\w/, { timeout: 8_000 })
})

test('a version nobody knows is refused in words, and in a message', async ({ page, embedding }) => {
  const { url, portals } = embedding
  const src = `${url}${stepPath}?embed=v2&lang=en`
  const frame = await openPortal(page, { portal: portals.allowed, src })
  await expect(frame.getByText('The address asks for embed=v2. What is known here: v1.')).toBeVisible()
  await expect(frame.getByRole('link')).toHaveAttribute('href', `${basePath}${stepPath}`)
  await expectTold(page, { type: 'error', kind: 'unknown-version', known: ['v1'] })
  await page.goto(src)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
})

test('the conformance page passes before this Joblens, and says what is wrong elsewhere', async ({
  page,
  embedding,
  expectedErrors,
}) => {
  expectedErrors.push(/frame-ancestors|Refused to frame/)
  const { url, portals } = embedding
  await signIn(page, url)
  const query = new URLSearchParams({ base: url, path: stepPath })
  await page.goto(`${portals.allowed}/embed/conformance.html?${query}`)
  await expect(page.getByText('All checks passed.')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('[data-result="pass"]')).toHaveCount(14)
  // An address below it shows a page of Joblens, too: one that says that there is no such page.
  const wrong = new URLSearchParams({ base: `${url}/nope/`, path: stepPath })
  await page.goto(`${portals.allowed}/embed/conformance.html?${wrong}`)
  await expect(page.locator('[data-result="fail"]').first()).toContainText('is not where Joblens is')
  // Served by Joblens itself it may be framed by nobody, and frames only what lets it.
  await page.goto(`${url}/embed/example.html?${query}`)
  await expect(page.getByRole('heading', { name: 'A portal with Joblens in it' })).toBeVisible()
  await expect(page.locator('iframe')).toHaveAttribute('src', /embed=v1/)
})
