import { ThemeProvider } from '@mui/material/styles'
import { createElement, type ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { onTestFinished } from 'vitest'
import { createJoblensTheme } from '#ui'

/** Shows a part of the page in a box of fixed size; gone when the test ends. */
export function mount(content: ReactElement, width = 1000): void {
  const element = document.body.appendChild(document.createElement('div'))
  Object.assign(element.style, {
    width: `${width}px`,
    height: '700px',
    display: 'flex',
    flexDirection: 'column',
  })
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  const routed = createElement(MemoryRouter, null, content)
  flushSync(() => root.render(createElement(ThemeProvider, { theme: createJoblensTheme() }, routed)))
}
