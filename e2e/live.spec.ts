import { expect, test } from './fixtures.ts'

/* A distribution that runs is watched in live-transfers.spec.ts. */

test('a running step grows by itself, says so, and moves neither what is read nor the focus', async ({
  page,
  open,
}) => {
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
