import { useEffect, useState } from 'react'
import type { Code } from './code-words.ts'
import type { Advice } from './en/advice.ts'
import type { Language } from './language.ts'
import { useLanguage } from './language-context.tsx'

/** Which table of codes a status is from. */
export type AdviceTable = keyof Advice

const loaded = new Map<Language, Advice>()

/**
 * What to do next about a status: `useAdvice()('hostStatus', 104)`. `null` where no cause is known, and until the
 * texts, which no first line waits for, have come; when they cannot be fetched, the meanings still stand.
 */
export function useAdvice(): (table: AdviceTable, code: Code) => string | null {
  const [language] = useLanguage()
  useAdviceAwaited()
  const advice = loaded.get(language)
  return (table, code) => (advice === undefined ? null : adviceIn(advice[table], code))
}

/** Whether the texts of {@link useAdvice} are still coming; not any more when they cannot be fetched. */
export function useAdviceAwaited(): boolean {
  const [language] = useLanguage()
  const [settled, setSettled] = useState<Language | null>(null)
  useEffect(() => {
    let current = true
    const handleEnd = () => {
      if (current) setSettled(language)
    }
    loadAdvice(language).then(handleEnd, handleEnd)
    return () => {
      current = false
    }
  }, [language])
  return settled !== language && !loaded.has(language)
}

async function loadAdvice(language: Language): Promise<void> {
  if (loaded.has(language)) return
  const { advice } = language === 'en' ? await import('./en/advice.ts') : await import('./zh-cn/advice.ts')
  loaded.set(language, advice)
}

function adviceIn(texts: Readonly<Record<string, string>>, code: Code): string | null {
  const key = String(code)
  return Object.hasOwn(texts, key) ? (texts[key] ?? null) : null
}
