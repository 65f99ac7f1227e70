import { lazy, Suspense } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Link, MemoryRouter, Route, Routes, useLocation, useNavigate } from 'react-router'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { type ChangeQuery, usePageQuery } from './use-page-query.ts'

interface Held {
  change: ChangeQuery
  back: () => void
  readonly addresses: Set<string>
}

/** Shows what the page says and what the address says, and hands out the ways to change them. */
function show(Router: typeof BrowserRouter | typeof MemoryRouter = MemoryRouter): Held {
  const held: Held = { change: () => undefined, back: () => undefined, addresses: new Set() }
  function Shown() {
    const [query, change] = usePageQuery()
    const { search } = useLocation()
    const navigate = useNavigate()
    held.change = change
    held.back = () => void navigate(-1)
    held.addresses.add(search)
    return (
      <>
        <output aria-label="page">{query}</output>
        <output aria-label="address">{search}</output>
      </>
    )
  }
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  flushSync(() =>
    root.render(
      <Router {...(Router === MemoryRouter && { initialEntries: ['/x?a=1'] })}>
        <Shown />
      </Router>,
    ),
  )
  return held
}

const set = (name: string, value: string) => (query: string) => {
  const next = new URLSearchParams(query)
  next.set(name, value)
  return `?${next}`
}

const shown = page.getByLabelText('page')
const address = page.getByLabelText('address')

test('the page shows every change at once, the address says the last of many', async () => {
  const { change, addresses } = show()
  for (let press = 1; press <= 300; press++) {
    flushSync(() => change(set('line', `${press}`)))
    expect(shown.element().textContent).toBe(`?a=1&line=${press}`)
  }
  await expect.element(address).toHaveTextContent('?a=1&line=300')
  expect(addresses.size).toBeLessThan(300)
  await expect.element(shown).toHaveTextContent('?a=1&line=300')
})

test.each([
  new Event('pagehide'),
  new Event('visibilitychange'),
  new Event('blur'),
  new KeyboardEvent('keydown', { key: 'F5' }),
])('what waits is in the address before the page is left', async (leaving) => {
  const before = window.location.href
  onTestFinished(() => window.history.replaceState(null, '', before))
  window.history.replaceState(null, '', '/here?a=1')
  const { change } = show(BrowserRouter)
  for (let press = 1; press <= 50; press++) flushSync(() => change(set('line', `${press}`)))
  expect(window.location.search).not.toContain('line=50')
  window.dispatchEvent(leaving)
  expect(window.location.search).toBe('?a=1&line=50')
})

test('the page knows what is too long for the address, also for who comes back', async () => {
  const held = show()
  const pasted = '10.0.0.1 '.repeat(1500)
  const known = () => {
    const { length } = new URLSearchParams(shown.element().textContent).get('filter') ?? ''
    return [length, address.element().textContent]
  }
  flushSync(() => held.change(set('filter', pasted)))
  await expect.poll(known).toEqual([pasted.length, '?a=1'])
  flushSync(() => held.change(set('host', '7'), 'push'))
  await expect.poll(known).toEqual([pasted.length, '?a=1&host=7'])
  held.back()
  await expect.poll(known).toEqual([pasted.length, '?a=1'])
})

test('two changes in one event build on each other', async () => {
  const { change } = show()
  flushSync(() => {
    change(set('b', '2'))
    change(set('c', '3'))
  })
  await expect.element(address).toHaveTextContent('?a=1&b=2&c=3')
})

test('what is opened while older changes wait is not closed again by them', async () => {
  const { change } = show()
  // More than are written at once, and than are written for somebody who leaves.
  for (let press = 1; press <= 30; press++) {
    flushSync(() => change(set('line', `${press}`)))
    window.dispatchEvent(new Event('blur'))
  }
  expect(address.element().textContent).not.toContain('line=30')
  flushSync(() => change(set('host', '7'), 'push'))
  await expect.element(address).toHaveTextContent('?a=1&line=30&host=7')
  // Until more may be written again.
  await new Promise((resolve) => setTimeout(resolve, 250))
  window.dispatchEvent(new Event('blur'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(address.element().textContent).toBe('?a=1&line=30&host=7')
})

test('the back button wins over what waits to be written, and finds what was there', async () => {
  const held = show()
  held.change(set('b', '2'))
  held.change(set('b', '3'))
  held.change(set('host', '7'), 'push')
  await expect.element(address).toHaveTextContent('?a=1&b=3&host=7')
  flushSync(() => {
    held.change(set('b', '4'))
    held.change(set('b', '5'))
    held.back()
  })
  await expect.element(shown).toHaveTextContent('?a=1&b=3')
  await expect.element(address).toHaveTextContent('?a=1&b=3')
})

const orders: readonly (readonly string[])[] = [
  ['type', 'type', 'choose'],
  ['type', 'choose', 'type'],
  ['choose', 'type', 'type'],
  ['type', 'choose', 'choose', 'type'],
]

test.each([0, 30, 110])('typing never undoes a choice, %d ms between the two', async (apartMs) => {
  for (const order of orders) {
    const { change } = show()
    const [text, host] = [shown, address].map((output) => output.elements().at(-1))
    let typed = ''
    let chosen = 0
    for (const what of order) {
      if (what === 'type') {
        typed += 'x'
        change(set('find', typed))
      } else {
        chosen += 1
        change(set('host', `${chosen}`), 'push')
      }
      if (apartMs > 0) await new Promise((resolve) => setTimeout(resolve, apartMs))
    }
    const ends = () => [text, host].map((output) => new URLSearchParams(output?.textContent ?? ''))
    const read = () => ends().map((query) => [query.get('find'), query.get('host')])
    await expect.poll(read).toEqual([
      [typed, `${chosen}`],
      [typed, `${chosen}`],
    ])
    // Nor later.
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(read()[1]).toEqual([typed, `${chosen}`])
  }
})

test('what a page left behind still writes does not undo a link that is on its way', async () => {
  const before = window.location.href
  onTestFinished(() => window.history.replaceState(null, '', before))
  window.history.replaceState(null, '', '/here?a=1')
  const held: { change: ChangeQuery } = { change: () => undefined }
  let arrive: (page: { readonly default: () => string }) => void = () => undefined
  const There = lazy(() => new Promise<{ readonly default: () => string }>((resolve) => (arrive = resolve)))
  function Here() {
    const [query, change] = usePageQuery()
    held.change = change
    return (
      <>
        <output aria-label="page">{query}</output>
        <Link to="/there?b=2">go there</Link>
      </>
    )
  }
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  root.render(
    <BrowserRouter>
      <Suspense>
        <Routes>
          <Route path="/here" element={<Here />} />
          <Route path="/there" element={<There />} />
        </Routes>
      </Suspense>
    </BrowserRouter>,
  )
  await expect.element(shown).toHaveTextContent('?a=1')
  held.change(set('find', 'x'))
  held.change(set('find', 'xy'))
  ;(page.getByRole('link', { name: 'go there' }).element() as HTMLElement).click()
  expect(window.location.pathname).toBe('/there')
  // A field that has rested, while the next page is being fetched.
  held.change(set('find', 'xyz'))
  await new Promise((resolve) => setTimeout(resolve, 250))
  expect(`${window.location.pathname}${window.location.search}`).toBe('/there?b=2')
  arrive({ default: () => 'there' })
  await expect.element(page.getByText('there', { exact: true })).toBeVisible()
  expect(`${window.location.pathname}${window.location.search}`).toBe('/there?b=2')
})
