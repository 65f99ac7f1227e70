import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import type { Tone } from './tone.ts'
import { lastingTitle, pageTitle, titleSign, useTitle } from './use-title.ts'

function Titled({ tone }: { readonly tone: Tone | null }) {
  useTitle(['Release', null, { state: 'Failed' }, 'Job 7'], tone)
  return null
}

test('the tab tells the state by a mark, a word and the shape of its icon', async () => {
  for (const other of document.querySelectorAll('link[rel="icon"]')) other.remove()
  const link = document.head.appendChild(document.createElement('link'))
  link.rel = 'icon'
  link.href = '/tools/joblens/icon.svg'
  const root = createRoot(document.createElement('div'))
  onTestFinished(() => {
    root.unmount()
    link.remove()
  })
  const show = (tone: Tone | null) => flushSync(() => root.render(createElement(Titled, { tone })))
  const shown = () => [document.title, new URL(link.href).pathname]
  show('busy')
  await expect.poll(shown).toEqual(['▶ Release · Failed · Job 7 — Joblens', '/tools/joblens/icon-busy.svg'])
  show('bad')
  await expect.poll(shown).toEqual(['✗ Release · Failed · Job 7 — Joblens', '/tools/joblens/icon-bad.svg'])
  expect([titleSign(), pageTitle()]).toEqual(['✗', 'Release · Failed · Job 7'])
  // What is kept is read later, when the state is another one.
  expect(lastingTitle()).toBe('Release · Job 7')
  show(null)
  await expect.poll(shown).toEqual(['Release · Failed · Job 7 — Joblens', '/tools/joblens/icon.svg'])
  expect(titleSign()).toBe('')
})
