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
  const [, setArrived] = useState<Language | null>(null)
  useEffect(() => {
    let current = true
    const handleArrival = () => {
      if (current) setArrived(language)
    }
    loadAdvice(language).then(handleArrival, () => undefined)
    return () => {
      current = false
    }
  }, [language])
  const advice = loaded.get(language)
  return (table, code) => (advice === undefined ? null : adviceIn(advice[table], code))
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
