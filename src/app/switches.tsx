import { useColorScheme } from '@mui/material/styles'
import { useSearchParams } from 'react-router'
import { languages, useLanguage, useMessages } from '#i18n'
import { SelectField } from '#ui'
import { changePreferences, type ThemeMode } from './preferences.ts'

/** An address that names the language or theme must follow the switch, or a reload would undo it. */
function useAddressFollows(): (name: string, value: string) => void {
  const [search, setSearch] = useSearchParams()
  return (name, value) => {
    if (!search.has(name)) return
    search.set(name, value)
    setSearch(search, { replace: true })
  }
}

export function LanguageSwitch() {
  const { app } = useMessages()
  const [language, setLanguage] = useLanguage()
  const follow = useAddressFollows()
  return (
    <SelectField
      label={app.language}
      labelHidden
      value={language}
      options={languages.map((one) => ({ value: one.language, label: one.name }))}
      onChange={(chosen) => {
        setLanguage(chosen)
        follow('lang', chosen)
      }}
    />
  )
}

const modes: readonly ThemeMode[] = ['system', 'light', 'dark']

export function ThemeSwitch() {
  const { app } = useMessages()
  const { mode = 'system', setMode } = useColorScheme()
  const follow = useAddressFollows()
  return (
    <SelectField
      label={app.theme}
      labelHidden
      value={mode}
      options={modes.map((value) => ({ value, label: app.themeNames[value] }))}
      onChange={(chosen) => {
        setMode(chosen)
        changePreferences({ theme: chosen })
        follow('theme', chosen)
      }}
    />
  )
}
