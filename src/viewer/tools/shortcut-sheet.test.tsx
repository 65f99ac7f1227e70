import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Language, LanguageProvider, loadMessages } from '#i18n'
import { LazyShortcutSheet } from './lazy-shortcut-sheet.tsx'
import { type PageShortcuts, shortcutGroups } from './shortcuts.ts'

const hosts: PageShortcuts = {
  title: 'Hosts',
  shortcuts: [{ ways: ['Alt ↓', 'Alt ↑'], does: 'Next or previous host' }],
}

async function show(language: Language, pageShortcuts?: PageShortcuts): Promise<void> {
  const messages = await loadMessages(language)
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  function Page() {
    const [isOpen, setOpen] = useState(false)
    return (
      <LanguageProvider initialLanguage={language} initialMessages={messages}>
        <button type="button" onClick={() => setOpen(true)}>
          open
        </button>
        {isOpen && <LazyShortcutSheet pageShortcuts={pageShortcuts} onClose={() => setOpen(false)} />}
      </LanguageProvider>
    )
  }
  root.render(<Page />)
  await page.getByRole('button', { name: 'open' }).click()
}

test.each([
  ['en', 'Keyboard shortcuts of the log', 'Next match', 'Close'],
  ['zh-CN', '日志的键盘快捷键', '下一处匹配', '关闭'],
] as const)('lists every key in %s', async (language, title, next, close) => {
  await show(language)
  const sheet = page.getByRole('dialog', { name: title })
  await expect.element(sheet).toBeVisible()
  await expect.element(sheet.getByText(next, { exact: true })).toBeVisible()
  const rows = sheet.element().querySelectorAll('dl > div')
  expect(rows).toHaveLength(shortcutGroups.flatMap(({ shortcuts }) => shortcuts).length)
  await page.getByRole('button', { name: close }).click()
  await expect.element(sheet).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'open' })).toHaveFocus()
})

test('the keys of the page around it stand there too', async () => {
  await show('en', hosts)
  const sheet = page.getByRole('dialog')
  await expect.element(sheet.getByRole('heading', { name: 'Hosts' })).toBeVisible()
  const row = sheet.getByText('Next or previous host').element().closest('dl > div')
  expect([...(row?.querySelectorAll('kbd') ?? [])].map(({ textContent }) => textContent)).toEqual([
    ...['Alt', '↓', 'Alt', '↑'],
  ])
})

test('Escape closes it, and the focus never leaves it before', async () => {
  await show('en')
  const sheet = page.getByRole('dialog')
  await expect.element(sheet).toBeVisible()
  await userEvent.keyboard('{Tab}{Tab}')
  expect(document.activeElement === document.body || sheet.element().contains(document.activeElement)).toBe(
    true,
  )
  await userEvent.keyboard('{Escape}')
  await expect.element(sheet).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'open' })).toHaveFocus()
})
