import { useColorScheme } from '@mui/material/styles'
import { useSearchParams } from 'react-router'
import { languages, useLanguage, usePreferencesMessages } from '#i18n'
import { changePreferences, SelectField, themeModes } from '#ui'

/** An address that names the language or theme must follow the choice, or a reload would undo it. */
function useAddressFollows(): (name: string, value: string) => void {
  const [search, setSearch] = useSearchParams()
  return (name, value) => {
    if (!search.has(name)) return
    search.set(name, value)
    setSearch(search, { replace: true })
  }
}

export function LanguageChoice() {
  const words = usePreferencesMessages()
  const [language, setLanguage] = useLanguage()
  const follow = useAddressFollows()
  return (
    <SelectField
      label={words.language}
      value={language}
      options={languages.map((one) => ({ value: one.language, label: one.name }))}
      onChange={(chosen) => {
        setLanguage(chosen)
        follow('lang', chosen)
      }}
    />
  )
}

export function ThemeChoice() {
  const words = usePreferencesMessages()
  const { mode = 'system', setMode } = useColorScheme()
  const follow = useAddressFollows()
  return (
    <SelectField
      label={words.theme}
      value={mode}
      options={themeModes.map((value) => ({ value, label: words.themeNames[value] }))}
      onChange={(chosen) => {
        setMode(chosen)
        changePreferences({ theme: chosen })
        follow('theme', chosen)
      }}
    />
  )
}
