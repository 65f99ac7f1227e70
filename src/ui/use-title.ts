import { useEffect } from 'react'
import { toneMarks } from './shared.ts'
import type { Tone } from './tone.ts'

const productName = 'Joblens'

/**
 * Sets the window title: `useTitle(['Step 1', 'Failed'], 'bad')` → "✗ Step 1 · Failed — Joblens". Empty parts are left
 * out. The tone is that of what the page is about: the icon of the tab has its shape and colour.
 */
export function useTitle(parts: readonly (string | null | undefined)[], tone: Tone | null = null): void {
  const known = parts.filter((part) => part !== null && part !== undefined && part !== '')
  const name = known.length === 0 ? productName : `${known.join(' · ')} — ${productName}`
  const title = tone === null ? name : `${toneMarks[tone]} ${name}`
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    showIcon(tone === null ? '' : `-${tone}`)
    return () => showIcon('')
  }, [tone])
}

/** The window's title without the product's name and the mark of a state. */
export function pageTitle(): string {
  return document.title.replace(/^[✓✗▶…!] | — Joblens$/g, '')
}

/** The mark of a state that the window's title begins with; `''` for none. */
export function titleSign(): (typeof toneMarks)[Tone] | '' {
  return Object.values(toneMarks).find((mark) => document.title.startsWith(`${mark} `)) ?? ''
}

/** One file per tone (`public/`), beside the plain one that the page came with. */
function showIcon(suffix: string): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (link !== null) link.href = link.href.replace(/icon(?:-[a-z]+)?\.svg/, `icon${suffix}.svg`)
}
