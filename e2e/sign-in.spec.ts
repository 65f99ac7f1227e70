import type { BrowserContext, Page } from '@playwright/test'
import { type OwnDeployment, startAnew } from './deployments.ts'
import { test as base, expect, expectAccessible, failedRequest } from './fixtures.ts'
import { type LoginPage, startLoginPage } from './login-page.ts'
import { readerOf } from './reader.ts'

/* A link survives the login; a sign-in that runs out costs nothing that is on screen. */

interface SignIn {
  readonly deployment: OwnDeployment
  readonly login: LoginPage
}

const test = base.extend<{ readonly signIn: SignIn }>({
  signIn: async ({ owned }, use) => {
    const login = await startLoginPage()
    const deployment = await startAnew({ JOBLENS_LOGIN_URL: login.url })
    owned.push(deployment)
    await use({ deployment, login })
    login.stop()
  },
})

const running = '/biz/2/job-instances/20000000017/steps/20000001701'

/** What the platform thinks of the reader from now on: it knows nobody whose ticket is `expired`. */
async function expire(context: BrowserContext, url: string): Promise<void> {
  await context.addCookies([{ name: 'bk_token', value: 'expired', url }])
}

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'Your sign-in has expired' })

test('a link goes to the login page and comes back whole, whatever is in it', async ({
  page,
  signIn: { deployment, login },
  expectedErrors,
}) => {
  expectedErrors.push(failedRequest(401))
  const link = `${deployment.url}/biz/2/job-instances/20000000027/steps/20000002701?host=50105&line=13-14&find=50%25+%26+%E5%A4%B1%E8%B4%A5%2B%23&lang=en&c_url=https%3A%2F%2Felsewhere.example%2F`
  await page.goto(link)
  await page.getByRole('link', { name: 'Let me in' }).click()
  await expect(readerOf(page).chosen).toHaveCount(2)
  await expect(readerOf(page).field).toHaveValue('50% & 失败+#')
  expect(login.waysBack).toEqual([link])
  const { searchParams, pathname } = new URL(page.url())
  expect(pathname).toBe(new URL(link).pathname)
  expect(searchParams.get('line')).toBe('13-14')
})

test('a login that does not reach Joblens ends in words, not in circles', async ({
  page,
  context,
  signIn: { deployment, login },
  expectedErrors,
}) => {
  expectedErrors.push(failedRequest(401))
  const link = `${deployment.url}${running}?lang=en`
  for (const _round of [1, 2]) {
    await page.goto(link)
    await expect(page.getByRole('link', { name: 'Let me in' })).toBeVisible()
  }
  await expire(context, deployment.url)
  await page.goto(link)
  await expect(page.getByText('You have been at the sign-in page already')).toBeVisible()
  expect(login.waysBack).toEqual([link, link])
})

test('a sign-in that runs out takes nothing off the screen, and is back by itself', async ({
  page,
  context,
  open,
  signIn: { deployment },
  expectedErrors,
}) => {
  expectedErrors.push(failedRequest(401))
  await open(running, deployment)
  const { log, line, tools, chosen } = readerOf(page)
  await line(2).getByRole('link', { name: 'Line 2' }).click()
  await expect(chosen).toHaveAttribute('aria-posinset', '2')
  const [text, hosts] = [await line(2).textContent(), page.getByRole('listbox', { name: 'Hosts' })]
  await page.evaluate(() => document.body.setAttribute('data-loaded-once', ''))

  await expire(context, deployment.url)
  await expect(notice(page)).toBeVisible()
  await expectAccessible(page)
  await expect(log).toBeVisible()
  expect(await line(2).textContent()).toBe(text)
  await expect(chosen).toHaveAttribute('aria-posinset', '2')
  await expect(hosts).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(1)

  // What is asked for now fails in its own place, and comes by itself later.
  await page.getByRole('option', { name: /^10\.10\.6\.32,/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'You are not signed in' })).toBeVisible()

  const opened = context.waitForEvent('page')
  await notice(page).getByRole('link', { name: 'Sign in (new tab)' }).click()
  const other = await opened
  await other.getByRole('link', { name: 'Let me in' }).click()
  await expect(other.getByText('The page you came from goes on by itself')).toBeVisible()

  await expect(notice(page)).toHaveCount(0)
  await expect(tools).toContainText(/\d+ lines/)
  await page.goBack()
  await expect(chosen).toHaveAttribute('aria-posinset', '2')
  const before = await tools.textContent()
  await expect(tools).not.toHaveText(before ?? '', { timeout: 30_000 })
  await expect(page.locator('body')).toHaveAttribute('data-loaded-once', '')
})
