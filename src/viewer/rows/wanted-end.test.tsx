import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type MountedViewer, mountViewer, numberedLines } from '../mounted-viewer.fixture.tsx'

let mounted: MountedViewer | undefined
const errors: string[] = []
const onError = ({ message }: ErrorEvent) => errors.push(message)
beforeEach(async () => {
  await page.viewport(1000, 700)
  localStorage.clear()
  errors.length = 0
  window.addEventListener('error', onError)
})
afterEach(() => {
  window.removeEventListener('error', onError)
  mounted?.unmount()
})

function mount(...options: Parameters<typeof mountViewer>): MountedViewer {
  mounted = mountViewer(...options)
  return mounted
}

const logElement = () => page.getByRole('log').element() as HTMLElement

/** Text of the row at the bottom of the view. */
function bottomText(): string | null | undefined {
  const { bottom } = logElement().getBoundingClientRect()
  const topOf = (row: Element) => row.getBoundingClientRect().top
  const inView = [...logElement().querySelectorAll('.log-line')].filter((row) => topOf(row) < bottom - 1)
  return inView
    .sort((a, b) => topOf(a) - topOf(b))
    .at(-1)
    ?.querySelector('.log-text')?.textContent
}

test('who goes to the end of a log that is on its way comes to the end it has at last', async () => {
  const { load } = mount({ receiving: true })
  await load(numberedLines(1000), false)
  await expect.element(page.getByText('1,000 lines')).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('{End}')
  await expect.poll(bottomText).toBe('text of 1000')
  await load(numberedLines(50_000))
  await expect.element(page.getByText('50,000 lines')).toBeVisible()
  await expect.poll(bottomText).toBe('text of 50000')
  // From then on it grows by new output, which moves nothing.
  await load(numberedLines(50_100))
  await expect.element(page.getByText('50,100 lines')).toBeVisible()
  expect(bottomText()).toBe('text of 50000')
})

test('who goes to the end while rows are wrapped comes to the end of the wrapped rows', async () => {
  const { load } = mount()
  const lines = Array.from({ length: 300_000 }, (_, index) => `${index + 1} ${'word '.repeat(40)}`)
  await load([...lines, 'the last'].join('\n'))
  await expect.element(page.getByText('300,001 lines')).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('w{End}')
  await expect.poll(() => logElement().querySelectorAll('.log-number.continued').length).toBeGreaterThan(5)
  await expect.poll(bottomText).toBe('the last')
})

test('a view that becomes higher is nobody scrolling: the end stays followed', async () => {
  const { load, state } = mount({ live: true, follow: true })
  await load(numberedLines(1000))
  await expect.poll(bottomText).toBe('text of 1000')
  const scroller = logElement()
  const before = scroller.scrollTop
  const container = document.body.lastElementChild as HTMLElement
  container.style.height = '650px'
  // There the browser scrolls back by what the view has won; some tell of that before they tell of the height.
  expect(scroller.scrollTop).toBe(before - 150)
  scroller.dispatchEvent(new Event('scroll'))
  await load(numberedLines(1100))
  await expect.poll(bottomText).toBe('text of 1100')
  expect(state().follow).toBe(true)
  expect(errors).toEqual([])
})
