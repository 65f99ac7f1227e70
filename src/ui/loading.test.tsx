import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { Loading } from './loading.tsx'
import { mount } from './mount.fixture.ts'

test('words that come late move nothing that stands below', async () => {
  const { element } = mount(
    <>
      <Loading label="Loading…" slow={() => <div>Loading hosts, for long</div>} />
      <p>below</p>
    </>,
  )
  const below = page.getByText('below').element()
  await expect.poll(() => element.querySelector('[aria-busy]:not([hidden])')).not.toBeNull()
  const { top } = below.getBoundingClientRect()
  await expect.element(page.getByText('Loading hosts, for long')).toBeVisible()
  expect(below.getBoundingClientRect().top).toBe(top)
})

test('the words have the ground of the panel they stand in, and no line behind them', async () => {
  const { element } = mount(<Loading label="Loading…" slow={() => <div>Loading hosts, for long</div>} />)
  const words = page.getByText('Loading hosts, for long')
  await expect.element(words).toBeVisible()
  expect(getComputedStyle(words.element()).backgroundColor).toBe('rgba(0, 0, 0, 0)')
  const lines = element.querySelector('[aria-busy]')?.getBoundingClientRect()
  expect(lines?.top).toBeGreaterThanOrEqual(words.element().getBoundingClientRect().bottom)
  expect(lines?.height).toBeGreaterThan(0)
})

test('the label is announced where nothing else is said', async () => {
  mount(<Loading label="Loading…" />)
  await expect.element(page.getByRole('status')).toHaveTextContent('Loading…')
})
