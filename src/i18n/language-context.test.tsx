import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { LanguageProvider, useLanguage, useMessages } from './language-context.tsx'
import { en } from './whole-language.fixture.ts'

function Word() {
  const { status } = useMessages()
  const [, setLanguage] = useLanguage()
  return (
    <button type="button" onClick={() => setLanguage('zh-CN')}>
      {status.runStatusWord(3)}
    </button>
  )
}

test('a switch changes the words and the language of the document together', async () => {
  const handleChange = vi.fn()
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  flushSync(() =>
    root.render(
      <LanguageProvider initialLanguage="en" initialMessages={en} onLanguageChange={handleChange}>
        <Word />
      </LanguageProvider>,
    ),
  )
  await page.getByRole('button', { name: 'Success' }).click()
  await expect.element(page.getByRole('button', { name: '执行成功' })).toBeVisible()
  expect(document.documentElement.lang).toBe('zh-CN')
  expect(handleChange).toHaveBeenCalledWith('zh-CN')
})
