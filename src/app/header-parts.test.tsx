import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ApiProvider, createApi } from '#api'
import { mount } from '../ui/mount.fixture.ts'
import { Comforts } from './comforts.tsx'
import { WatchButton } from './watch-button.tsx'

test('the keys are shown where a portal leaves the header out, and everything can be used again after', async () => {
  mount(
    <header style={{ display: 'none' }}>
      <Comforts />
    </header>,
  )
  // Who presses it before the page listens has to do so again.
  await expect
    .poll(async () => {
      await userEvent.keyboard('?')
      return document.querySelector('dialog[open], [role="dialog"]')
    })
    .not.toBeNull()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})

test('what is fetched for the watch list hides nothing: the keyboard stays where it is', async () => {
  localStorage.clear()
  const api = createApi({ basePath: '/', fetch: () => new Promise<Response>(() => undefined) })
  mount(
    <QueryClientProvider client={new QueryClient()}>
      <ApiProvider api={api}>
        <Suspense>
          <WatchButton />
        </Suspense>
      </ApiProvider>
    </QueryClientProvider>,
    '/biz/2/job-instances/100',
  )
  await page.getByRole('button', { name: /^Watch list/ }).click()
  const watchThis = page.getByRole('button', { name: 'Watch this one' })
  await expect.element(watchThis).toBeVisible()
  const button = watchThis.element() as HTMLElement
  button.focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('status')).toBeInTheDocument()
  expect(document.activeElement).toBe(button)
  localStorage.clear()
})
