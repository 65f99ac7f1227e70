import { expect, test } from './fixtures.ts'

test('?lang switches the language, and <html lang> follows', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000001?lang=zh-CN')
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  await expect(page.getByRole('main')).toContainText('执行失败')
  await open('/biz/2/job-instances/20000000001?lang=en')
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  await expect(page.getByRole('main')).toContainText('Failed')
})

test("BlueKing's language cookie decides when nothing else does", async ({ page, context, open }) => {
  await open('/')
  const { origin } = new URL(page.url())
  await context.addCookies([{ name: 'blueking_language', value: 'zh-cn', url: origin }])
  await page.evaluate(() => localStorage.clear())
  await page.goto(`${origin}/node-man/jobs`)
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
})

test('the app works under a sub-path', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000001/steps/20000000102', 'sub-path')
  await expect(page).toHaveURL(/\/tools\/joblens\/biz\/2/)
  await expect(page.getByRole('log')).toBeVisible()
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/tools\/joblens\/(\?.*)?$/)
})
