import { expect, expectAccessible, test } from './fixtures.ts'
import { readerOf } from './reader.ts'

/* Links are made from a form, and the back button goes where a reader has been. */

test('a form becomes a link to host and lines, says what it opens, and opens it', async ({ page, open }) => {
  await open('/')
  await page.getByRole('link', { name: 'Build a link for a notification' }).click()
  const main = page.getByRole('main')
  await expect(main.locator('p[role="status"]')).toHaveText(
    'Still needed: Job instance id and Step instance id.',
  )
  const field = (name: RegExp) => main.getByRole('textbox', { name })
  await field(/^Scope id/).fill('2')
  await field(/^Job instance id/).fill('20000000027')
  await field(/^Step instance id/).fill('20000002701')
  await field(/^Host/).fill('web-1')
  await expect(main.getByRole('alert')).toHaveText(/^A host is an id/)
  await field(/^Host/).fill('50105')
  await field(/^Lines/).fill('13–14')
  const path = '/biz/2/job-instances/20000000027/steps/20000002701?host=50105&line=13-14'
  await expect(main.locator('output')).toHaveText(new URL(path, page.url()).href)
  await expect(main).toContainText('Step 20000002701 of job instance 20000000027 in demo game (Business 2).')
  await expect(main).toContainText('Without an attempt it is always the newest')
  await expect(main).toContainText('reader gallery Success')
  await expectAccessible(page)
  await main.getByRole('link', { name: 'Open it' }).click()
  await expect(readerOf(page).chosen).toHaveCount(2)

  // A host is a step back, lines are not.
  const { line, chosen } = readerOf(page)
  await page.getByRole('option', { name: /^10\.101\.0\.6,/ }).click()
  await expect(page).toHaveURL(/host=50106/)
  // The address is there before the log: until then these would be lines of the other host.
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('10.101.0.6')
  await expect(page.getByRole('log', { name: 'Log of 10.101.0.6' })).toContainText(
    'repository: demo/game-server',
  )
  await line(3).getByRole('link', { name: 'Line 3' }).click()
  await line(5).getByRole('link', { name: 'Line 5' }).click()
  await expect(page).toHaveURL(/line=5/)
  await page.goBack()
  await expect(chosen).toHaveCount(2)
  await expect(page).toHaveURL(/host=50105&line=13-14/)
  await page.goForward()
  await expect(page).toHaveURL(/host=50106.*line=5/)
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Build a link')
})

test('by keyboard alone: another kind of link, its fields in order, and the page it opens', async ({
  page,
  open,
  go,
}) => {
  await open('/links')
  const { keyboard } = page
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Build a link')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(main).toBeFocused()
  await keyboard.press('Tab')
  await expect(main.getByRole('combobox', { name: 'What it opens' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await keyboard.press('Tab')
  await expect(main.getByRole('combobox', { name: /^Scope type/ })).toBeFocused()
  for (const typed of ['2', '20000000001']) {
    await keyboard.press('Tab')
    await keyboard.insertText(typed)
  }
  await expect(main.locator('output')).toHaveText(/\/biz\/2\/job-instances\/20000000001$/)
  // Past what says it further: the step to begin with, and the language.
  for (const name of [/^Step/, /^Language/, 'Copy the link', 'Open it']) {
    await keyboard.press('Tab')
    await expect(page.locator(':focus')).toHaveAccessibleName(name)
  }
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/biz\/2\/job-instances\/20000000001/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('demo-game')

  // A link of a later version is read as far as it goes, and that it is one is said.
  await go('/api_execute/20000000011?v=7')
  const newer = page.getByRole('status').filter({ hasText: 'made by a newer Joblens (version 7 of links)' })
  await expect(newer).toBeVisible()
  await expect(page).toHaveURL(/\/biz\/2\/job-instances\/20000000011$/)
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('demo-game')
  await expectAccessible(page)
  await newer.getByRole('button', { name: 'Close' }).click()
  await expect(newer).toHaveCount(0)
})
