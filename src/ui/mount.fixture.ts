import { ThemeProvider } from '@mui/material/styles'
import { createElement, type ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { onTestFinished } from 'vitest'
import { createJoblensTheme } from './theme.ts'

export interface Mounted {
  readonly element: HTMLElement
  /** Shows something else in the same place, keeping state where the components are the same. */
  readonly show: (content: ReactElement) => void
}

/** Shows a part in a fixed-size box of the real page, at an in-app address; gone when the test ends. */
export function mount(content: ReactElement, address = '/'): Mounted {
  const element = document.createElement('div')
  element.style.width = '640px'
  element.style.height = '400px'
  document.body.append(element)
  const root = createRoot(element)
  const theme = createJoblensTheme()
  const inTheme = (shown: ReactElement) =>
    createElement(ThemeProvider, { theme }, createElement(MemoryRouter, { initialEntries: [address] }, shown))
  // At once, so that the caller can look for it in the next line.
  const show = (shown: ReactElement) => flushSync(() => root.render(inTheme(shown)))
  show(content)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  return { element, show }
}
