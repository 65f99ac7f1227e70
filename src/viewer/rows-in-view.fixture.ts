import { expect } from 'vitest'
import { page } from 'vitest/browser'

export const logElement = () => page.getByRole('log').element() as HTMLElement

/** Line numbers of rows that can be seen, and their texts. */
export function rowsInView(): { readonly number: number; readonly text: string }[] {
  const frame = logElement().getBoundingClientRect()
  return [...logElement().querySelectorAll('.log-line')]
    .filter((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return bottom > frame.top + 1 && top < frame.bottom - 1
    })
    .map((row) => ({
      number: Number(row.querySelector('.log-number')?.textContent),
      text: row.querySelector('.log-text')?.textContent ?? '(blank)',
    }))
    .sort((a, b) => a.number - b.number)
}

export const numbersInView = () => rowsInView().map(({ number }) => number)

/** Rows cover the whole view, in sequence, each with its own text. */
export function expectTrueRows(): void {
  const rows = rowsInView()
  expect(rows.length).toBeGreaterThanOrEqual(Math.floor(logElement().clientHeight / 20))
  rows.forEach(({ number, text }, index) => {
    expect(number).toBe((rows[0]?.number ?? 0) + index)
    expect(text).toBe(`text of ${number}`)
  })
}
