import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { usePreferencesMessages } from '#i18n'
import { canKeep, changePreferences, readPreferences, SmallButton } from '#ui'
import { CheckField } from './check-field.tsx'
import { FileChoices } from './file-choices.tsx'
import { LanguageChoice, ThemeChoice } from './look-choices.tsx'
import { ReaderChoices } from './reader-choices.tsx'
import { ZoneChoice } from './zone-choice.tsx'

export interface PreferencesPanelProps {
  /** Shows the sheet of keys; the panel goes. */
  readonly onKeys: () => void
}

/** Everything there is to choose, in one place: a change is seen at once, and kept in this browser. */
export function PreferencesPanel({ onKeys }: PreferencesPanelProps) {
  const words = usePreferencesMessages()
  const [isStored] = useState(canKeep)
  const [characterKeys, setCharacterKeys] = useState(readPreferences().characterKeys)
  return (
    <Column>
      <LanguageChoice />
      <ThemeChoice />
      <ZoneChoice />
      <h2>{words.reader}</h2>
      <ReaderChoices />
      <h2>{words.keys}</h2>
      <CheckField
        label={words.characterKeys}
        checked={characterKeys}
        onChange={(checked) => {
          changePreferences({ characterKeys: checked })
          setCharacterKeys(checked)
        }}
      />
      <div>
        <SmallButton type="button" onClick={onKeys}>
          {words.showKeys}
        </SmallButton>
      </div>
      <h2>{words.file}</h2>
      <FileChoices />
      {isStored ? null : <p role="alert">{words.notKept}</p>}
    </Column>
  )
}

const Column = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  '& h2': {
    margin: '4px 0 0',
    paddingTop: 8,
    fontSize: '0.8125rem',
    borderTop: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  },
  '& p': { margin: 0, color: (theme.vars ?? theme).palette.text.secondary },
  // Labels above one another, fields above one another.
  '& label:has(select)': { display: 'grid', gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)' },
}))
