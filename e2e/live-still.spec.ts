import type { Locator, Page } from '@playwright/test'
import { expect, remote, test } from './fixtures.ts'

/*
 * Who reads a page of something that runs must not have it moved away: whatever comes in, nothing shifts by itself. The
 * browser's own measure tells, with what moved, and from where to where.
 */

/**
 * Of a moved page this much is seen, at most, for every piece of news: a word that has become longer by a digit. More is
 * let through on a phone than it should be: totals and a row's message of a live distribution still move there (0.033).
 */
const leastSeen = { wide: 0.02, phone: 0.045 }

interface Shift {
  readonly value: number
  readonly moved: readonly string[]
}

/** Begins to watch a page before it is opened. */
async function watchShifts(page: Page): Promise<() => Promise<readonly Shift[]>> {
  await page.addInitScript(() => {
    const shifts: Shift[] = []
    Object.assign(window, { shifts })
    const nameOf = (node: Node | null): string => {
      const element = node instanceof Element ? node : (node?.parentElement ?? null)
      if (element === null) return 'what is gone'
      const names = [
        element.closest('[data-region]')?.getAttribute('data-region'),
        element.tagName.toLowerCase(),
      ]
      return `${names.join(' ')} “${(element.textContent ?? '').slice(0, 60)}”`
    }
    const boxOf = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map((value) => Math.round(value)).join(' ')
    // The types of the browser do not know of layout shifts yet.
    type Entry = PerformanceEntry & {
      readonly value: number
      readonly hadRecentInput: boolean
      readonly sources: readonly {
        readonly node: Node | null
        readonly previousRect: DOMRectReadOnly
        readonly currentRect: DOMRectReadOnly
      }[]
    }
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
        if (hadRecentInput) continue
        const moved = sources.map(
          ({ node, previousRect, currentRect }) =>
            `${boxOf(previousRect)} → ${boxOf(currentRect)}: ${nameOf(node)}`,
        )
        shifts.push({ value, moved })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  // Observers are told after the frame in which something moved.
  return () =>
    page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return (window as unknown as { shifts: Shift[] }).shifts.splice(0)
    })
}

const job = (id: number) => `/biz/2/job-instances/${20_000_000_000 + id}`
const step = (id: number) => `${job(id)}/steps/${20_000_000_000 + id * 100 + 1}`
const host = `/node-man/jobs/1101/instances/${encodeURIComponent('host|instance|host|10.2.0.111-0-0')}`

for (const [where, width, height] of [
  ['a wide screen', 1280, 800],
  ['a phone', 360, 740],
] as const) {
  test(`what runs moves nothing of its page by itself, on ${where}`, async ({ page, open, anew }) => {
    test.slow()
    const most = width > 900 ? leastSeen.wide : leastSeen.phone
    await page.setViewportSize({ width, height })
    const shifts = await watchShifts(page)
    /** Lets time pass, and looks what has moved when its news are there. */
    const pass = async (seconds: number, news: Locator) => {
      await shifts()
      await expect(news, 'news that are not there yet').toBeHidden()
      await remote(anew).advance(seconds * 1000)
      await expect(news).toBeVisible({ timeout: 30_000 })
      const moved = await shifts()
      expect(moved.filter(({ value }) => value > most)).toEqual([])
    }

    // The sandbox's clock goes on from page to page: each is opened before its news (src/sandbox/job/story.ts).
    await open(host, anew)
    await expect(page.locator('[data-held]')).toHaveCount(1)
    await pass(22, page.getByText('Probably stuck in step 4'))

    await open(step(30), anew)
    await expect(page.locator('[data-held]')).toHaveCount(1)
    const table = page.getByRole('grid', { name: 'File transfers' })
    await table.focus()
    const top = (await table.boundingBox())?.y
    const reasons = page.getByRole('region', { name: 'Why transfers failed' })
    await pass(80, reasons.getByText('No space left on device').first())
    await pass(100, reasons.getByText('does not exist').first())
    await expect(table).toBeFocused()
    expect((await table.boundingBox())?.y).toBe(top)

    await open(job(16), anew)
    await expect(page.locator('[data-held]')).toHaveCount(2)
    await pass(110, page.getByText(/^1 failed/))

    // Of a log that is followed the lines move up.
    await open(`${step(16)}?host=2501&line=3`, anew)
    await expect(page.getByRole('log')).toContainText('drained')
    // On a phone the hosts are out of sight.
    if (width > 900) await pass(130, page.getByText(/2 failed/).first())
    await pass(width > 900 ? 120 : 250, page.getByText('Failed', { exact: true }).first())
  })
}
