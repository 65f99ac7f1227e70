import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { clipboardText } from './reader.ts'

/* What stands around every page, by keyboard alone: keys, preferences, sharing, watching. */

const step = '/biz/2/job-instances/20000000001/steps/20000000102?host=1138'

/** Goes on with Tab until the focus is there, past the end of the page too; throws when that leads nowhere. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return ''
      const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null) : null
      return element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent
    })
    if (name.test(label)) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}

test('keys alone: the sheet of keys, another time zone, and back where one was', async ({ page, open }) => {
  await open(step)
  await expect(page.getByRole('log')).toBeVisible()
  await expect(page).toHaveTitle(/^✗ 10\.10\.0\.138 .* Failed/)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toContainText('Next or previous failed host, from anywhere')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await tabTo(page, /^Preferences/)
  await page.keyboard.press('Enter')
  const panel = page.getByRole('group', { name: /^Preferences/ })
  await expect(panel).toContainText('Asia/Shanghai · mine · the platform’s')
  await tabTo(page, /^Time zone/)
  await page.keyboard.type('UTC')
  await expect(page.getByRole('button', { name: 'Preferences (EN · UTC)' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/Started\s*[-\d]+ [:\d]+ UTC/)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page.locator(':focus')).toHaveAccessibleName('Preferences (EN · UTC)')
})

test('keys alone: what failed goes to a group as a card, and its link leads to the line', async ({
  page,
  open,
}) => {
  await open(step)
  await tabTo(page, /^Share/)
  await page.keyboard.press('Enter')
  const failure = page.getByRole('region', { name: 'What failed' })
  await expect(failure.getByRole('button', { name: 'Copy as WeCom card' })).toBeVisible()
  await expectAccessible(page)
  for (let copies = 0; copies < 2; copies += 1) await tabTo(page, /^Copy as WeCom card/)
  await page.keyboard.press('Enter')
  await expect(failure.getByRole('button', { name: 'Copied' })).toBeVisible()
  const { template_card: card } = JSON.parse(await clipboardText(page))
  expect(card.main_title.title).toMatch(/^✗ /)
  expect(card.quote_area).toMatchObject({ title: 'First error on 10.10.0.138' })
  expect(card.quote_area.quote_text).toContain('cannot render')
  const { pathname, search } = new URL(card.card_action.url)
  expect(search).not.toContain('lang=')
  await open(`${pathname}${search}`)
  await expect(page.getByRole('log').locator('[aria-current="true"]')).toContainText('cannot render')
})

test('keys alone: a running execution is watched, in whichever page is open', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000017')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabTo(page, /^Watch list/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Watch this one/)
  await page.keyboard.press('Enter')
  const list = page.getByRole('list', { name: 'Watched until they finish' })
  await expect(list).toContainText('Running')
  await expectAccessible(page)
  await open('/node-man/jobs')
  await expect(page.getByRole('button', { name: 'Watch list (1 running)' })).toBeVisible()
})

test('keys alone: from a link to the step that failed, from node-man’s jobs to the steps of a host', async ({
  page,
  open,
}) => {
  await open('/')
  await expect(page.getByLabel('Paste a link or an id')).toBeFocused()
  await page.keyboard.insertText('https://job.example.com/biz/2/execute/task/20000000001')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /^2\. / })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log')).toContainText(/\w/)
  await expect(page.getByRole('main'), 'the link went with its page').toBeFocused()
  await tabTo(page, /^Node-man$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /\b1121\b/ }).first()).toBeVisible()
  await tabTo(page, /\b1121\b/)
  await page.keyboard.press('Enter')
  const hosts = page.getByRole('grid', { name: 'Hosts' }).or(page.getByRole('table', { name: 'Hosts' }))
  await expect(hosts).toBeVisible()
  await tabTo(page, /^10\.\d+\.\d+\.\d+/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Steps' }).getByRole('listitem').first()).toBeVisible()
})
