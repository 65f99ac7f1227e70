import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import type { LogOverview } from '#log'
import { LogSurface } from '../look/log-surface.tsx'
import { OverviewRuler, type OverviewRulerProps } from './overview-ruler.tsx'

/** A ruler 300 px high; each question for marks is answered with a match in the first part and an error in the last. */
function show(given: Partial<OverviewRulerProps> = {}) {
  const asked: number[] = []
  const gone: number[] = []
  const wheeled: number[] = []
  const overview = async (bucketCount: number): Promise<LogOverview> => {
    asked.push(bucketCount)
    const marks = {
      matchCounts: new Uint32Array(bucketCount),
      severityRanks: new Uint8Array(bucketCount),
      severityShares: new Uint8Array(bucketCount).fill(30),
    }
    marks.matchCounts[0] = 1
    marks.severityRanks[bucketCount - 1] = 5
    return marks
  }
  const view = { overview }
  const element = document.body.appendChild(document.createElement('div'))
  element.style.cssText = 'position: fixed; top: 0; left: 0; width: 300px; height: 300px'
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  const render = (more: Partial<OverviewRulerProps> = {}): void =>
    root.render(
      <LogSurface>
        <div className="log-body">
          <OverviewRuler
            view={view}
            rowCount={1000}
            firstRowIndex={500}
            lastRowIndex={519}
            progress={0}
            onGo={(rowIndex) => gone.push(rowIndex)}
            onWheel={(deltaPx) => wheeled.push(deltaPx)}
            {...given}
            {...more}
          />
        </div>
      </LogSurface>,
    )
  render()
  return { asked, gone, wheeled, render }
}

const ruler = () => document.querySelector<HTMLElement>('.log-ruler') as HTMLElement
const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()

test('shows matches, errors and the view where they are', async () => {
  const { asked } = show()
  await expect.poll(() => document.querySelector('.ruler-match')?.getAttribute('d')).toBe('M0 0h8v1h-8z')
  // Four parts for each mark.
  expect(asked).toEqual([400])
  expect(document.querySelector('.ruler-error')?.getAttribute('d')).toBe('M10 99h6v1h-6z')
  expect(box('.ruler-match')?.top).toBeCloseTo(0, 0)
  expect(box('.ruler-error')?.bottom).toBeCloseTo(300, 0)
  expect(box('.ruler-view')?.top).toBeCloseTo(150, 0)
  expect(ruler()).toHaveAttribute('aria-hidden', 'true')
})

test('a press goes there, a drag along, and nothing moves before or after', async () => {
  const { gone } = show()
  await expect.poll(() => document.querySelector('.ruler-match')).not.toBeNull()
  const { left } = ruler().getBoundingClientRect()
  const point = (type: string, clientY: number): boolean =>
    ruler().dispatchEvent(
      new PointerEvent(type, { clientX: left + 5, clientY, pointerId: 1, bubbles: true, cancelable: true }),
    )
  point('pointermove', 30)
  expect(gone).toEqual([])
  point('pointerdown', 75)
  expect(gone).toEqual([250])
})

test('a real drag follows the pointer, also outside of the ruler', async () => {
  const { gone } = show()
  await expect.poll(() => document.querySelector('.ruler-match')).not.toBeNull()
  const target = document.body.appendChild(document.createElement('div'))
  target.id = 'target'
  target.style.cssText = 'position: fixed; top: 590px; left: 400px; width: 20px; height: 20px'
  onTestFinished(() => target.remove())
  await page.elementLocator(ruler()).dropTo(page.elementLocator(target))
  expect(Math.abs((gone[0] ?? 0) - 500)).toBeLessThan(5)
  expect(gone.at(-1)).toBe(999)
})

test('asks anew when rows come or a search goes on, and not all the time', async () => {
  const { asked, render } = show()
  await expect.poll(() => asked.length).toBe(1)
  for (let progress = 1; progress <= 20; progress += 1) render({ progress })
  await expect.poll(() => asked.length).toBe(2)
  render({ rowCount: 50, firstRowIndex: 0, lastRowIndex: 9 })
  await expect.poll(() => asked.at(-1)).toBe(50)
  expect(asked.length).toBe(3)
})

test('a log that is in view whole has no view to show, and its marks beside its rows', async () => {
  show({ rowCount: 10, firstRowIndex: 0, lastRowIndex: 20 })
  await expect.poll(() => document.querySelector('.ruler-match')).not.toBeNull()
  expect(document.querySelector('.ruler-view')).toBeNull()
  expect(box('.ruler-match')?.height).toBeCloseTo(20, 0)
  expect(box('.ruler-error')?.bottom).toBeCloseTo(200, 0)
})

test('the wheel turns the log here too', async () => {
  const { wheeled } = show()
  await expect.poll(() => document.querySelector('.ruler-match')).not.toBeNull()
  ruler().dispatchEvent(new WheelEvent('wheel', { deltaY: 120, bubbles: true }))
  expect(wheeled).toEqual([120])
})
