import { expect, type Locator, type Page } from '@playwright/test'

/* What the stories of the log reader have in common (docs/sandbox.md: the reader's gallery). */

/** Hosts of the reader's gallery, by what they print. */
export const exhibits = {
  colours: '50101',
  progress: '50102',
  wide: '50103',
  oneLine: '50104',
  severities: '50105',
  sections: '50106',
  secrets: '50107',
  hostile: '50108',
  manyLines: '50109',
  links: '50110',
} as const

/** The step page on one exhibit; `query` begins with `&`. */
export function exhibit(name: keyof typeof exhibits, query = ''): string {
  return `/biz/2/job-instances/20000000027/steps/20000002701?host=${exhibits[name]}${query}`
}

/** The log on the page and what surrounds it. */
export function readerOf(page: Page) {
  const log = page.getByRole('log')
  return {
    log,
    /** A line that is in the page, by its number; the first of its rows. */
    line: (lineNumber: number) => log.locator(`[aria-posinset="${lineNumber}"]`).first(),
    chosen: log.locator('[aria-current="true"]'),
    tools: page.getByRole('toolbar', { name: 'Log tools' }),
    notice: page.getByRole('toolbar', { name: 'Log tools' }).getByRole('status'),
    bar: page.getByRole('group', { name: 'Search in the log' }),
    field: page.getByRole('searchbox', { name: 'Search', exact: true }),
    /** Looks for a text, in the open bar: by keys, since React does not hear of a `fill` in every browser. */
    seek: async (text: string) => {
      const field = page.getByRole('searchbox', { name: 'Search', exact: true })
      await field.focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    /** Waits until all of it is here. */
    whole: (totals: RegExp | string) =>
      expect(page.getByRole('toolbar', { name: 'Log tools' })).toContainText(totals, { timeout: 30_000 }),
    focus: () => log.focus(),
    /** Opens a tool's panel. */
    menu: async (name: string): Promise<Locator> => {
      await page.getByRole('button', { name }).click()
      return page.getByRole('group', { name })
    },
  }
}

/** Lines really in view, top to bottom: number, and text as it is shown. Rows that continue a line are left out. */
export function linesInView(log: Locator): Promise<readonly { number: number; text: string }[]> {
  return log.evaluate((scroller) => {
    const { top, bottom } = scroller.getBoundingClientRect()
    return [...scroller.querySelectorAll('[data-row]')]
      .filter((row) => {
        const box = row.getBoundingClientRect()
        return box.bottom > top + 1 && box.top < bottom - 1
      })
      .sort((one, other) => Number(one.getAttribute('data-row')) - Number(other.getAttribute('data-row')))
      .filter((row) => row.querySelector('.log-number:not(.continued)') !== null)
      .map((row) => ({
        number: Number(row.getAttribute('aria-posinset')),
        text: row.querySelector('.log-text')?.textContent ?? '',
      }))
  })
}

/** The first line that is wholly in view. */
export async function firstInView(log: Locator): Promise<number> {
  return (await linesInView(log))[0]?.number ?? 0
}

/** What is read alike three times in a row: what it tells of has come to rest, a frame may still have been on its way. */
export async function settled<T>(read: () => Promise<T>): Promise<T> {
  let last = await read()
  let times = 1
  await expect
    .poll(
      async () => {
        const now = await read()
        times = JSON.stringify(now) === JSON.stringify(last) ? times + 1 : 1
        last = now
        return times
      },
      { intervals: [50] },
    )
    .toBeGreaterThanOrEqual(3)
  return last
}

/** A field of the page's address. */
export function addressField(page: Page, name: string): string | null {
  return new URL(page.url()).searchParams.get(name)
}

/** What the clipboard holds, by pasting it: that needs no permission in any browser. */
export async function clipboardText(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    field.id = 'pasted'
    document.body.prepend(field)
    field.focus()
  })
  await page.keyboard.press('ControlOrMeta+V')
  return page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('#pasted')
    const text = field?.value ?? ''
    field?.remove()
    return text
  })
}
