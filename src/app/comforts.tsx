import { styled } from '@mui/material/styles'
import { useEffect, useState } from 'react'
import { useFormat, useMessages } from '#i18n'
import { isFreeKey, lazyPart, PopoverButton } from '#ui'
import { BesideHeader } from './beside-header.tsx'

// Nobody waits for these to read a log.
const PreferencesPanel = lazyPart(async () => (await import('#pages/preferences')).PreferencesPanel)
const PageKeySheet = lazyPart(async () => (await import('#pages/preferences')).PageKeySheet)

/** The preferences, on a button that tells language and, where there is room, zone; and the keys of the page, under `?`. */
export function Comforts() {
  const { app } = useMessages()
  const [isSheetOpen, setSheetOpen] = useState(false)
  const zone = ` · ${useZoneWord()}`
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
        label={app.preferences(app.languageShort + zone)}
        face={
          <>
            {app.languageShort}
            <WideOnly>{zone}</WideOnly> <span aria-hidden="true">▾</span>
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

/** A phone has no room for it in the first line; every time on the page names its zone. */
const WideOnly = styled('span')(({ theme }) => ({ [theme.breakpoints.down('sm')]: { display: 'none' } }))

/** "GMT+8": how far the clocks of the zone chosen are from UTC now. */
function useZoneWord(): string {
  return useFormat().zone(Date.now())
}
