import { useEffect } from 'react'
import type { ShortcutSheetProps } from './shortcut-sheet.tsx'
import { lazyModule, useLoaded } from './use-loaded.ts'

const sheet = lazyModule(() => import('./shortcut-sheet.tsx'))

/** The sheet, fetched when first asked for. When it cannot be had it is closed at once, so it can be asked for again. */
export function LazyShortcutSheet(props: ShortcutSheetProps) {
  const { onClose } = props
  const loaded = useLoaded(sheet)
  useEffect(() => {
    if (loaded === 'failed') onClose()
  }, [loaded, onClose])
  return typeof loaded === 'object' ? <loaded.ShortcutSheet {...props} /> : null
}
