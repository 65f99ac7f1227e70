import { useEffect } from 'react'
import { toneMarks } from './shared.ts'
import type { Tone } from './tone.ts'

const productName = 'Joblens'

/** A part of a title. A state, such as what is chosen, is shown in the window only: kept, it would soon be wrong. */
export type TitlePart = string | null | undefined | { readonly state: string }

/**
 * Sets the window title: `useTitle(['Step 1', { state: 'Failed' }], 'bad')` → "✗ Step 1 · Failed — Joblens". Empty parts
 * are left out. The tone is that of what the page is about: the icon of the tab has its shape and colour.
 */
export function useTitle(parts: readonly TitlePart[], tone: Tone | null = null): void {
  const whole = joined(parts.map((part) => (isState(part) ? part.state : part)))
  const name = whole === '' ? productName : `${whole} — ${productName}`
  const title = tone === null ? name : `${toneMarks[tone]} ${name}`
  const lasting = joined(parts.map((part) => (isState(part) ? null : part)))
  useEffect(() => {
    document.title = title
    withoutState = lasting
  }, [title, lasting])
  useEffect(() => {
    showIcon(tone === null ? '' : `-${tone}`)
    return () => showIcon('')
  }, [tone])
}

let withoutState = ''

function isState(part: TitlePart): part is { readonly state: string } {
  return typeof part === 'object' && part !== null
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ')
}

/** The window's title without the product's name and the mark of a state. */
export function pageTitle(): string {
  return document.title.replace(/^[✓✗▶…!] | — Joblens$/g, '')
}

/** What the page is called, to be kept: without a state, which is over by the time somebody reads it. */
export function lastingTitle(): string {
  return withoutState === '' ? productName : withoutState
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
