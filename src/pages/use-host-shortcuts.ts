import { useMemo } from 'react'
import { useMessages } from '#i18n'
import type { PageShortcuts } from '#viewer'

/** The keys of the hosts (`use-host-keys.ts`), for the reader's sheet of shortcuts. */
export function useHostShortcuts(): PageShortcuts {
  const { hostKeys: keys } = useMessages().stepInstance
  return useMemo(
    () => ({
      title: keys.title,
      shortcuts: [
        { ways: ['Alt ↓', 'Alt ↑'], does: keys.step },
        { ways: [']', '['], does: keys.stepFailed },
        { ways: ['Esc'], does: keys.toList },
      ],
    }),
    [keys],
  )
}
