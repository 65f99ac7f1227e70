import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { HiddenLines, type HiddenLinesProps } from './hidden-lines.tsx'

function show(hidden: HiddenLinesProps['hidden'], laidOutLineCount = 20_000) {
  const asked: string[] = []
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  root.render(
    <HiddenLines
      hidden={hidden}
      laidOutLineCount={laidOutLineCount}
      lineCount={20_000}
      onShowAll={() => asked.push('all')}
    />,
  )
  return { element, asked }
}

test.each([
  [{ filter: 12_000, fold: 345 }, '12,345 lines hidden: 12,000 do not match, 345 in folded sections'],
  [{ filter: 1, fold: 0 }, '1 line hidden: it does not match'],
  [{ filter: 0, fold: 2 }, '2 lines hidden: in folded sections'],
])('%j is said, with a way back', async (hidden, words) => {
  const { asked } = show(hidden)
  await expect.element(page.getByText(words)).toBeVisible()
  await expect.element(page.getByText('looked at so far')).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Show all' }).click()
  expect(asked).toEqual(['all'])
})

test('says how many lines were looked at while the number still grows', async () => {
  show({ filter: 10, fold: 0 }, 8200)
  await expect.element(page.getByText('41% of the lines looked at so far')).toBeVisible()
})

test('nothing hidden, nothing said', async () => {
  const { element } = show({ filter: 0, fold: 0 })
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect(element.textContent).toBe('')
})
