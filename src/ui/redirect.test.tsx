import { use } from 'react'
import { type NavigateFunction, Route, Routes, useNavigate } from 'react-router'
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { mount } from './mount.fixture.ts'
import { Redirect } from './redirect.tsx'

test('a second address that leads to the same place goes on, too, while the place is still being fetched', async () => {
  const { promise: fetched, resolve: fetch } = Promise.withResolvers<string>()
  const asked = vi.fn()
  const Place = () => {
    asked()
    return use(fetched)
  }
  let go: NavigateFunction = () => {}
  const Navigator = () => {
    go = useNavigate()
    return null
  }
  mount(
    <>
      <Navigator />
      <Routes>
        <Route path="/place" element={<Place />} />
        <Route path="/" element={<>start</>} />
        <Route path="*" element={<Redirect to="/place" />} />
      </Routes>
    </>,
  )
  void go('/old?one')
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
  void go('/old?other')
  fetch('the place')
  await expect.element(page.getByText('the place')).toBeVisible()
})
