import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { MemoryRouter, useLocation, useNavigate } from 'react-router'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { type ChangeQuery, usePageQuery } from './use-page-query.ts'

interface Held {
  change: ChangeQuery
  back: () => void
  readonly addresses: Set<string>
}

/** Shows what the page says and what the address says, and hands out the ways to change them. */
function show(): Held {
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
      <MemoryRouter initialEntries={['/x?a=1']}>
        <Shown />
      </MemoryRouter>,
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

test('two changes in one event build on each other', async () => {
  const { change } = show()
  flushSync(() => {
    change(set('b', '2'))
    change(set('c', '3'))
  })
  await expect.element(address).toHaveTextContent('?a=1&b=2&c=3')
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
