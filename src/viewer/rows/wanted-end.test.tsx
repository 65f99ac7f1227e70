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

/** Texts of the rows in view, from its top to its bottom. */
function textsInView(): (string | null | undefined)[] {
  const { top, bottom } = logElement().getBoundingClientRect()
  const topOf = (row: Element) => row.getBoundingClientRect().top
  return [...logElement().querySelectorAll('.log-line')]
    .filter((row) => topOf(row) < bottom - 1 && row.getBoundingClientRect().bottom > top + 1)
    .sort((a, b) => topOf(a) - topOf(b))
    .map((row) => row.querySelector('.log-text')?.textContent)
}

const bottomText = () => textsInView().at(-1)
const container = () => document.body.lastElementChild as HTMLElement

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
  container().style.height = '650px'
  // There the browser scrolls back by what the view has won; some tell of that before they tell of the height.
  expect(scroller.scrollTop).toBe(before - 150)
  scroller.dispatchEvent(new Event('scroll'))
  await load(numberedLines(1100))
  await expect.poll(bottomText).toBe('text of 1100')
  expect(state().follow).toBe(true)
  expect(errors).toEqual([])
})

/** A wrapped log, each line of several rows. */
async function mountWrapped(follow: boolean): Promise<void> {
  const { load } = mount({ follow, live: follow })
  const lines = Array.from({ length: 500 }, (_, index) => `${index + 1} ${'word '.repeat(30)}`)
  await load([...lines, 'the last'].join('\n'))
  await expect.element(page.getByText('501 lines')).toBeVisible()
  logElement().focus()
  await userEvent.keyboard('w')
  await expect.poll(() => logElement().querySelectorAll('.log-number.continued').length).toBeGreaterThan(5)
}

/** Other rows are shown, of the same lines. */
async function narrow(): Promise<void> {
  const { scrollHeight } = logElement()
  container().style.width = '450px'
  await expect.poll(() => logElement().scrollHeight).toBeGreaterThan(scrollHeight)
}

test.each([true, false])(
  'who is at the end stays there when the view becomes narrower or lower (follows: %s)',
  async (follow) => {
    await mountWrapped(follow)
    await userEvent.keyboard('{End}')
    await expect.poll(bottomText).toBe('the last')
    await narrow()
    expect(bottomText()).toBe('the last')
    container().style.height = '300px'
    await expect.poll(() => logElement().clientHeight).toBeLessThan(300)
    await expect.poll(bottomText).toBe('the last')
  },
)

test('who reads elsewhere goes on reading the same line, the one at the top', async () => {
  await mountWrapped(false)
  await userEvent.keyboard('{PageDown}{PageDown}')
  const [first] = textsInView()
  const start = String(first).slice(0, 30)
  await narrow()
  expect(textsInView()[0]?.startsWith(start)).toBe(true)
  container().style.height = '300px'
  await expect.poll(() => logElement().clientHeight).toBeLessThan(300)
  expect(textsInView()[0]?.startsWith(start)).toBe(true)
})

test('a log that fits is read from its top when it does not fit any more', async () => {
  const { load } = mount()
  await load(numberedLines(15))
  await expect.element(page.getByText('15 lines')).toBeVisible()
  container().style.height = '200px'
  await expect.poll(() => logElement().clientHeight).toBeLessThan(200)
  await expect.poll(() => textsInView()[0]).toBe('text of 1')
})
