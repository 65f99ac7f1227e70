import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { LanguageProvider, loadMessages, useMessages } from '#i18n'
import type { RowSegment, TextStyle } from '#log'
import { OwnLinks } from './own-links.ts'
import { segmentView } from './segment-view.tsx'

const messages = await loadMessages('en')
const style: TextStyle = {
  foreground: null,
  background: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  strike: false,
}
const plain = { style, cells: 1, isWide: false, matchOffset: null }

function Link({ href }: { readonly href: string }) {
  const segment: RowSegment = { kind: 'link', text: href, href, isNamed: false, ...plain }
  return segmentView(segment, 0, null, useMessages())
}

/** What a link of a log becomes on a page that is shown in a frame. */
function linkTo(href: string): HTMLAnchorElement {
  const container = document.body.appendChild(document.createElement('div'))
  flushSync(() =>
    createRoot(container).render(
      <MemoryRouter initialEntries={['/node-man/jobs/7?embed=v1&hide=header']}>
        <LanguageProvider initialLanguage="en" initialMessages={messages}>
          <OwnLinks value={(address) => (address.includes('/api_execute/') ? '/api_execute/12' : null)}>
            <Link href={href} />
          </OwnLinks>
        </LanguageProvider>
      </MemoryRouter>,
    ),
  )
  return container.querySelector('a') as HTMLAnchorElement
}

test('a link of a log to the job platform stays in the frame it is pressed in', () => {
  const link = linkTo('https://job.example.com/api_execute/12')
  expect(link.getAttribute('href')).toBe('/api_execute/12?embed=v1&hide=header')
  expect(link.hasAttribute('target')).toBe(false)
  expect(link.dataset['target']).toBe('/api_execute/12')
})

test('a link to elsewhere leaves in a window of its own', () => {
  const link = linkTo('https://artifacts.example.com/a.tar.gz')
  expect(link.getAttribute('href')).toBe('https://artifacts.example.com/a.tar.gz')
  expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer'])
})
