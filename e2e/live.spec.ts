import { expect, test } from './fixtures.ts'

test('a running step grows by itself and says so', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000017/steps/20000001701')
  const log = page.getByRole('log')
  await expect(log).toBeVisible()
  const count = page.getByText(/^[\d,]+ lines?\b/).first()
  await expect(count).toBeVisible()
  const before = await count.textContent()
  await expect(count).not.toHaveText(before ?? '', { timeout: 30_000 })
})

test('new output does not move what is read, nor the focus', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000017/steps/20000001701')
  const log = page.getByRole('log')
  await expect(log).toBeVisible()
  await log.click()
  await page.keyboard.press('Home')
  const first = log.getByText('1', { exact: true }).first()
  await expect(first).toBeVisible()
  const count = page.getByText(/^[\d,]+ lines?\b/).first()
  const before = await count.textContent()
  await expect(count).not.toHaveText(before ?? '', { timeout: 30_000 })
  await expect(first).toBeInViewport()
  expect(
    await log.evaluate(
      (element) => element.contains(document.activeElement) || element === document.activeElement,
    ),
  ).toBe(true)
})

test('a running distribution keeps its rows in place', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000018/steps/20000001801')
  const table = page
    .getByRole('grid', { name: 'File transfers' })
    .or(page.getByRole('table', { name: 'File transfers' }))
  await expect(table).toBeVisible()
  await expect(page.getByText(/\d+ transfers/).first()).toBeVisible()
})
