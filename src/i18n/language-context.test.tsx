import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { Language } from './language.ts'
import { LanguageProvider, useLanguage, useMessages } from './language-context.tsx'
import { loadMessages } from './load-messages.ts'
import { en } from './whole-language.fixture.ts'

const latest: { setLanguage: (language: Language) => void } = { setLanguage: () => undefined }

function Word() {
  const { status } = useMessages()
  const [, setLanguage] = useLanguage()
  latest.setLanguage = setLanguage
  return (
    <button type="button" onClick={() => setLanguage('zh-CN')}>
      {status.runStatusWord(3)}
    </button>
  )
}

function show(onLanguageChange: (language: Language) => void): void {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  flushSync(() =>
    root.render(
      <LanguageProvider initialLanguage="en" initialMessages={en} onLanguageChange={onLanguageChange}>
        <Word />
      </LanguageProvider>,
    ),
  )
}

// First, while the texts of the other language have yet to come.
test('of two switches the last one counts, also when the texts of the first come later', async () => {
  const handleChange = vi.fn()
  show(handleChange)
  latest.setLanguage('zh-CN')
  latest.setLanguage('en')
  await loadMessages('zh-CN')
  await expect.poll(() => handleChange.mock.calls).toEqual([['en']])
  await expect.element(page.getByRole('button', { name: 'Success' })).toBeVisible()
  expect(document.documentElement.lang).toBe('en')
})

test('a switch changes the words and the language of the document together', async () => {
  const handleChange = vi.fn()
  show(handleChange)
  await page.getByRole('button', { name: 'Success' }).click()
  await expect.element(page.getByRole('button', { name: '执行成功' })).toBeVisible()
  expect(document.documentElement.lang).toBe('zh-CN')
  expect(handleChange).toHaveBeenCalledWith('zh-CN')
})
