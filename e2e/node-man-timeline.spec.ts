import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectAccessibleInBothLanguages, setHidden, test } from './fixtures.ts'

/* What an operator wants to know of one host: where is it stuck, since when, why did it fail, what was it before. */

const instance = (job: number, host: string, query = '') =>
  `/node-man/jobs/${job}/instances/${encodeURIComponent(`host|instance|host|${host}`)}${query}`
const stepsOf = (page: Page) => page.getByRole('list', { name: 'Steps' }).getByRole('listitem')

/** Twenty seconds of the page's timers, four rounds of polling, in a moment; what they asked for is on its way then. */
async function letTimePass(page: Page): Promise<void> {
  await page.clock.runFor(20_000)
  await letRequestsLeave(page)
}

/** Some answers of the gateway, one after the other: whatever was asked for before has left the browser by then. */
async function letRequestsLeave(page: Page): Promise<void> {
  for (let times = 0; times < 5; times += 1)
    await page.evaluate(async () => (await fetch('/api/capabilities')).text())
}

// The other ways to node-man are gone in examples.spec.ts.
test('where is the installation stuck, and why did another fail', async ({ page, open }) => {
  await open(instance(1125, '10.2.0.125-2-0'), 'gateway-v4')
  const stuck = page.getByRole('note').filter({ hasText: 'Probably stuck in step 4: 安装' })
  await expect(stuck).toContainText(/Running since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d GMT\+8, for \d+ min/)
  await expect(stuck).toContainText('This step usually takes 25–40 s.')
  await expect(stepsOf(page).nth(3)).toContainText('Running')
  await expect(stepsOf(page).nth(4)).toContainText('Waiting')

  await open(instance(1103, '10.2.0.3-0-0'), 'gateway-v4')
  await expect(page.getByText('First error: step 4')).toBeVisible()
  await expect(page.getByText(/Connect call failed \('10\.2\.0\.3', 36000\)/).first()).toBeVisible()
  await expect(stepsOf(page).nth(3)).toContainText('Failed')
  await expect(stepsOf(page).nth(4)).toContainText('Not reached')
  await page.getByRole('link', { name: 'Go to line 3' }).click()
  await expect(page).toHaveURL(/step=3.*line=3|line=3.*step=3/)
})

test('waiting for a person, stopped by one, and given up are told apart', async ({ page, open }) => {
  await open(instance(1106, '10.2.0.161-0-0'))
  await expect(stepsOf(page).nth(3)).toContainText('Waiting for manual installation')
  await expect(page.getByRole('note')).toContainText('waits for somebody to run the installation command')
  await open(instance(1105, '2000200150'))
  await expect(stepsOf(page).nth(3)).toContainText('Stopped')
  await expect(page.getByText('Stopped by a person in step 4')).toBeVisible()
  await open(instance(1107, '2000200170'))
  await expect(stepsOf(page).nth(4)).toContainText('Failed: given up')
  await expect(page.getByText('Given up in step 5')).toBeVisible()
})

test('why did the second attempt fail, when the third succeeded', async ({ page, open }) => {
  await open(instance(1111, '2000200210'))
  await page.getByRole('button', { name: 'Attempts: 1 · Failed, 2 · Failed, 3 · Success' }).click()
  const attempts = page.getByRole('navigation', { name: 'Attempts' })
  await expect(attempts.getByRole('link')).toHaveCount(3)
  await expect(stepsOf(page).nth(3)).toContainText('Success')
  await attempts.getByRole('link', { name: /^2 · Failed/ }).click()
  await expect(page).toHaveURL(/task=11112/)
  await expect(page.getByText('This is attempt 2 of 3')).toBeVisible()
  await expect(page.getByText(/http_status:404/).first()).toBeVisible()
  await expect(stepsOf(page).nth(4)).toContainText('Not reached')
  await page.reload()
  await expect(page.getByText('This is attempt 2 of 3')).toBeVisible()
  await page.getByRole('link', { name: 'Show the newest attempt' }).click()
  await expect(stepsOf(page).nth(3)).toContainText('Success')
})

test('going through the seven failed hosts of 3,000: each is asked for alone, their list once', async ({
  page,
  open,
}) => {
  const asked: URLSearchParams[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname.endsWith('/api/node-man/jobs/3000')) asked.push(searchParams)
  })
  await open('/node-man/jobs/3000?status=FAILED&embed=v1')
  await page.getByRole('grid', { name: 'Hosts' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: '10.2.5.168' })).toBeVisible()
  const hosts = page.getByRole('navigation', { name: 'Hosts of the job' })
  await expect(hosts).toContainText('1 of 7 failed hosts')
  await page.getByRole('log').click()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('heading', { name: '10.2.7.98' })).toBeVisible()
  await expect(hosts).toContainText('2 of 7 failed hosts')
  await expect(page.getByRole('log')).toBeFocused()
  await hosts.getByRole('link', { name: 'Next host: 10.2.9.28' }).click()
  await expect(page.getByRole('heading', { name: '10.2.9.28' })).toBeVisible()
  await expect(page).toHaveURL(/\/instances\/[^/]+2000202277\?(?=.*status=FAILED)(?=.*embed=v1)/)
  await expect(page.getByRole('link', { name: /· 3000$/ })).toHaveAttribute('href', /\/3000\?.*status=FAILED/)
  expect(asked.filter((query) => query.get('pageSize') === '500')).toHaveLength(1)
  const alone = asked.map((query) => query.get('instanceId')).filter((id) => id !== null)
  expect(alone.map((id) => id.slice(-4))).toEqual(['1417', '1847', '2277'])
  await expectAccessible(page)
})

test('bars lie on one axis that can be looked at closer with keys, and Enter reads the log', async ({
  page,
  open,
}) => {
  await open(instance(1004, '2000200040'))
  await expect(page.getByText(/GMT\+8 · 2\d s$/)).toBeVisible()
  const bars = page.locator('[data-bar]')
  await expect(bars).toHaveCount(7)
  const widths = () => bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width))
  for (const width of await widths()) expect(width).toBeGreaterThanOrEqual(3)
  const before = Math.max(...(await widths()))
  const link = (index: number) => stepsOf(page).nth(index).getByRole('link')
  await link(2).focus()
  await page.keyboard.press('ArrowDown')
  await expect(link(3)).toBeFocused()
  await expect(page).toHaveURL(/step=3/)
  await page.keyboard.press('+')
  await expect(page.getByText(/^Part: /)).toBeVisible()
  await expect.poll(async () => Math.max(...(await widths()))).toBeGreaterThan(before)
  await page.keyboard.press('0')
  await expect(page.getByText(/^Part: /)).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log')).toBeFocused()
})

test('a host that is over is asked about no more; a running one is, but not in a hidden tab', async ({
  page,
  open,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/instances\/[^/]+\/log$/.test(request.url())) asked.push(request.url())
  })
  await page.clock.install()
  for (const [job, host] of [
    [1004, '2000200040'],
    [1103, '10.2.0.3-0-0'],
    [1105, '2000200150'],
    [1108, '2000200180'],
  ] as const) {
    asked.length = 0
    await open(instance(job, host))
    await expect(stepsOf(page).first()).toBeVisible()
    await letTimePass(page)
    expect(asked, `job ${job}`).toHaveLength(1)
  }
  await open(instance(1101, '10.2.0.111-0-0'))
  await expect(stepsOf(page).first()).toBeVisible()
  asked.length = 0
  await letTimePass(page)
  await expect.poll(() => asked.length).toBeGreaterThan(0)
  await setHidden(page, true)
  // A request that was on its way when the tab was hidden still counts as asked before.
  await letRequestsLeave(page)
  asked.length = 0
  await letTimePass(page)
  expect(asked).toHaveLength(0)
  await setHidden(page, false)
  await expect.poll(() => asked.length).toBeGreaterThan(0)
})

test('a retry that resets the steps is noticed and explained', async ({ page, open }) => {
  // The first look shows the attempt before, as if the retry had begun between two looks.
  let looks = 0
  await page.route(/\/instances\/[^/]+\/log$/, (route) => {
    looks += 1
    return route.continue(looks === 1 ? { url: `${route.request().url()}?task=11112` } : {})
  })
  await open(instance(1111, '2000200210'))
  await expect(stepsOf(page).nth(3)).toContainText('Failed')
  await expect(page.getByText(/The steps were reset/)).toBeHidden()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByText(/The steps were reset: a retry began at .* GMT\+8/)).toBeVisible()
  await expect(page.getByText('A retry runs all steps again from the first')).toBeVisible()
  await expect(stepsOf(page).nth(3)).toContainText('Success')
})

test('paging goes on beyond fifty hosts, and a pasted list of addresses finds its hosts', async ({
  page,
  open,
}) => {
  await open('/node-man/jobs/3000')
  await page.getByRole('combobox', { name: 'Hosts on one page' }).selectOption('200 per page')
  await expect(page).toHaveURL(/size=200/)
  await expect(page.getByText('1–200 of 3,000 hosts')).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('201–400 of 3,000 hosts')).toBeVisible()
  await page.getByLabel('Host address').fill('10.2.5.168, 10.2.7.98')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1–2 of 2 hosts')).toBeVisible()
})

test('nothing stands in the way of anybody', async ({ page, open }) => {
  for (const path of [
    instance(1125, '10.2.0.125-2-0'),
    instance(1111, '2000200210', '?task=11112'),
    instance(1109, '2000200190'),
  ]) {
    await page.emulateMedia({ colorScheme: 'light' })
    await open(path)
    await expect(page.getByRole('log').or(page.getByRole('main')).first()).toBeVisible()
    await expect(page.getByRole('listitem').first()).toBeVisible()
    await expectAccessibleInBothLanguages(page)
  }
})
