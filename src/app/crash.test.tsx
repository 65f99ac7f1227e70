import { ThemeProvider } from '@mui/material/styles'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createJoblensTheme, PartLoadError } from '#ui'
import { CrashBoundary } from './crash.tsx'

// React reports every caught error to the console; here they are wanted.
beforeEach(() => {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => spy.mockRestore())
})

function show(attempt: () => string, isPart = false): void {
  const Part = () => attempt()
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  flushSync(() =>
    root.render(
      <ThemeProvider theme={createJoblensTheme()}>
        <CrashBoundary isPart={isPart}>
          <Part />
        </CrashBoundary>
      </ThemeProvider>,
    ),
  )
}

test('a crash shows words and the error, and a retry shows the page again', async () => {
  let broken = true
  show(() => {
    if (broken) throw new TypeError('no such thing')
    return 'all is well'
  })
  await expect.element(page.getByRole('alert')).toHaveTextContent('This page ran into an error')
  await expect.element(page.getByRole('alert')).toHaveTextContent('TypeError: no such thing')
  broken = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByText('all is well')).toBeVisible()
})

test('a script that could not be fetched asks for a reload, not a retry', async () => {
  show(() => {
    throw new PartLoadError(new Error('Failed to fetch'))
  })
  await expect.element(page.getByRole('button', { name: 'Reload' })).toBeVisible()
})

test('a part of the header that crashes says so in a line, and leaves the name of the page alone', async () => {
  document.title = 'Deploy — Joblens'
  show(() => {
    throw new PartLoadError(new Error('Failed to fetch'))
  }, true)
  await expect.element(page.getByRole('alert')).toHaveTextContent('Reload')
  expect(document.title).toBe('Deploy — Joblens')
})

test('what crashed at one place is over where another is shown', async () => {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  const Host = ({ name }: { readonly name: string }) => {
    if (name === 'broken') throw new TypeError('no such thing')
    return name
  }
  const showAt = (name: string) =>
    flushSync(() =>
      root.render(
        <ThemeProvider theme={createJoblensTheme()}>
          <CrashBoundary place={name}>
            <Host name={name} />
          </CrashBoundary>
        </ThemeProvider>,
      ),
    )
  showAt('broken')
  await expect.element(page.getByRole('alert')).toHaveTextContent('no such thing')
  showAt('whole')
  await expect.element(page.getByText('whole')).toBeVisible()
  showAt('broken')
  await expect.element(page.getByRole('alert')).toHaveTextContent('no such thing')
})
