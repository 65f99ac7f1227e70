import { useEffect, useState } from 'react'
import { useFormat, useMessages } from '#i18n'
import { isFreeKey, lazyPart, PopoverButton } from '#ui'
import { BesideHeader } from './beside-header.tsx'

// Nobody waits for these to read a log.
const PreferencesPanel = lazyPart(async () => (await import('#pages/preferences')).PreferencesPanel)
const PageKeySheet = lazyPart(async () => (await import('#pages/preferences')).PageKeySheet)

/** The preferences, on a button that always tells language and zone; and the keys of the page, under `?`. */
export function Comforts() {
  const { app } = useMessages()
  const [isSheetOpen, setSheetOpen] = useState(false)
  const shown = `${app.languageShort} · ${useZoneWord()}`
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === '?' && isFreeKey(event)) setSheetOpen(true)
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])
  return (
    <>
      <PopoverButton
        label={app.preferences(shown)}
        face={
          <>
            {shown} <span aria-hidden="true">▾</span>
          </>
        }
      >
        {(close) => (
          <PreferencesPanel
            onKeys={() => {
              close()
              setSheetOpen(true)
            }}
          />
        )}
      </PopoverButton>
      {isSheetOpen ? (
        <BesideHeader>
          <PageKeySheet onClose={() => setSheetOpen(false)} />
        </BesideHeader>
      ) : null}
    </>
  )
}

/** "GMT+8": how far the clocks of the zone chosen are from UTC now. */
function useZoneWord(): string {
  return useFormat().zone(Date.now())
}
