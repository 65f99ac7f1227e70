import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { mountViewer } from '../mounted-viewer.fixture.tsx'

test('what stands far to the right is told apart where somebody scrolls to, and takes its room before', async () => {
  localStorage.clear()
  const { load, unmount } = mountViewer()
  onTestFinished(unmount)
  await load(`${'词1'.repeat(1000)}\nnext\n`)
  const log = () => page.getByRole('log').element()
  const parts = () => [...(log().querySelector('.log-text')?.childNodes ?? [])]
  await expect.poll(() => parts().length).toBeGreaterThan(100)
  const [width, text] = [log().scrollWidth, log().querySelector('.log-text')?.textContent]
  expect(text).toHaveLength(2000)
  expect(parts().length).toBeLessThan(400)
  log().scrollLeft = width
  await expect.poll(() => parts().length).toBe(2000)
  // Each part's width is rounded to a 64th of a pixel.
  expect(Math.abs(log().scrollWidth - width)).toBeLessThan(width / 1000)
  expect(log().querySelector('.log-text')?.textContent).toBe(text)
  log().scrollLeft = 0
  await expect.poll(() => parts().length).toBeLessThan(400)
})
