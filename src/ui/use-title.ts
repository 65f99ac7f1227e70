import { useEffect } from 'react'

const productName = 'Joblens'

/** Sets the window title: `useTitle(['Step 1', 'Deploy'])` → "Step 1 · Deploy — Joblens". Empty parts are left out. */
export function useTitle(parts: readonly (string | null | undefined)[]): void {
  const known = parts.filter((part) => part !== null && part !== undefined && part !== '')
  const title = known.length === 0 ? productName : `${known.join(' · ')} — ${productName}`
  useEffect(() => {
    document.title = title
  }, [title])
}
