import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectAccessibleInBothLanguages, failedRequest, test } from './fixtures.ts'

// axe looks at every element of a page of tables: minutes on a busy machine.
test.slow()

/* axe finds nothing serious on any page, in both themes and languages; and no page is wider than a phone. */

const pages: readonly (readonly [string, string])[] = [
  ['find', '/'],
  ['history', '/biz/2/job-instances'],
  ['job instance', '/biz/2/job-instances/20000000001'],
  ['script step', '/biz/2/job-instances/20000000001/steps/20000000102'],
  ['gallery', '/biz/2/job-instances/20000000004/steps/20000000401?host=50001'],
  ['file step', '/biz/2/job-instances/20000000015/steps/20000001501'],
  ['file step, overview', '/biz/2/job-instances/20000000015/steps/20000001501?show=overview'],
  ['confirm step', '/biz/2/job-instances/20000000011/steps/20000001102'],
  ['node-man jobs', '/node-man/jobs'],
  ['node-man job', '/node-man/jobs/1115'],
  ['node-man instance', '/node-man/jobs/1103/instances/host%7Cinstance%7Chost%7C10.2.0.3-0-0'],
  ['node-man job that is gone', '/node-man/jobs/99'],
  ['denied', '/biz/3/job-instances/20000000001'],
  ['expired', '/biz/2/job-instances/20000000099'],
  ['links', '/links'],
  ['no such page', '/nowhere'],
]

for (const [name, path] of pages) {
  test(`nothing for axe to find: ${name}`, async ({ page, open, expectedErrors }) => {
    expectedErrors.push(failedRequest(403), failedRequest(404))
    await open(path)
    await expect(page.getByRole('banner')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('alert')).first()).toBeVisible()
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    await expectAccessibleInBothLanguages(page)
  })
}

test('360 px wide: no page scrolls sideways', async ({ page, open, expectedErrors }) => {
  expectedErrors.push(failedRequest(403), failedRequest(404))
  await page.setViewportSize({ width: 360, height: 740 })
  for (const [name, path] of pages) {
    await open(path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, name).toBeLessThanOrEqual(0)
    if (name === 'script step') await expectAccessiblePanels(page)
    if (name !== 'history') continue
    // Rows are cards here.
    await expect(page.getByRole('grid')).toBeVisible()
    await expectAccessible(page)
  }
})

/** What lies over a step on a phone: how it is shared, and in the opened list of hosts its filters. */
async function expectAccessiblePanels(page: Page): Promise<void> {
  const share = page.getByRole('group', { name: 'Share' }).first()
  await page.getByRole('button', { name: 'Share', exact: true }).first().click()
  await expect(share.getByRole('button').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Choose another host$/ }).click()
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Exit code' })).toBeVisible()
  await expectAccessible(page)
}

test('keyboard alone: skip link, host rail, log', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000001/steps/20000000102')
  await expect(page.getByRole('log')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  const address = page.url()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  expect(page.url(), 'a link has no fragment').toBe(address)
  const hosts = page.getByRole('listbox', { name: 'Hosts' })
  await hosts.focus()
  const before = page.url()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(before)
})
