import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { Language } from './language.ts'
import { LanguageProvider, useLanguage, useMessages } from './language-context.tsx'
import { loadMessages } from './load-messages.ts'
import { useConfirmMessages } from './use-confirm-messages.ts'
import { type RailWords, useRailWords } from './use-rail-words.ts'
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

/** Words that come with their part, alone and beside the first ones. */
function LateWords({ seen }: { readonly seen: Set<RailWords> }) {
  const words = useRailWords()
  const confirm = useConfirmMessages()
  const [, setLanguage] = useLanguage()
  const [count, setCount] = useState(0)
  seen.add(words)
  return (
    <>
      <button type="button" onClick={() => setLanguage('zh-CN')}>
        {[words.rail.which, words.status.runStatusWord(3), words.nodeMan.attempts, confirm.state].join(' · ')}
      </button>
      <button type="button" onClick={() => setCount(count + 1)}>
        {`+${count}`}
      </button>
    </>
  )
}

function show(onLanguageChange: (language: Language) => void, part = <Word />): void {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  flushSync(() =>
    root.render(
      <LanguageProvider initialLanguage="en" initialMessages={en} onLanguageChange={onLanguageChange}>
        {part}
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

test('words that come with a part follow a switch, stay the same object until then, and have the first ones beside them', async () => {
  const seen = new Set<RailWords>()
  show(() => undefined, <LateWords seen={seen} />)
  await page.getByRole('button', { name: '+0' }).click()
  await page.getByRole('button', { name: 'Hosts · Success · Attempts · Decision' }).click()
  await expect
    .element(page.getByRole('button', { name: '主机范围 · 执行成功 · 执行次数 · 处理结果' }))
    .toBeVisible()
  await page.getByRole('button', { name: '+1' }).click()
  await expect.element(page.getByRole('button', { name: '+2' })).toBeVisible()
  expect(seen.size).toBe(2)
})
