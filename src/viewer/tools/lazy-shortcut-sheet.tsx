import { useEffect } from 'react'
import type { ShortcutSheetProps } from './shortcut-sheet.tsx'
import { useLoaded } from './use-loaded.ts'

const load = () => import('./shortcut-sheet.tsx')

/** The sheet, fetched when first asked for. When it cannot be had it is closed at once, so it can be asked for again. */
export function LazyShortcutSheet(props: ShortcutSheetProps) {
  const { onClose } = props
  const loaded = useLoaded(load)
  useEffect(() => {
    if (loaded === 'failed') onClose()
  }, [loaded, onClose])
  return typeof loaded === 'object' ? <loaded.ShortcutSheet {...props} /> : null
}
