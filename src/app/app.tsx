import { createRoot } from 'react-dom/client'
import type { Api } from '#api'
import { type Language, loadMessages, type Messages, pickLanguage } from '#i18n'
import { CrashBoundary } from './crash.tsx'
import type { Environment } from './environment.ts'
import { readPreferences, toThemeMode } from './preferences.ts'
import { Providers } from './providers.tsx'
import { AppRoutes } from './routes.tsx'

export interface AppOptions {
  readonly api: Api
  readonly environment: Environment
  readonly root: HTMLElement
}

/** Shows the app in `root`, once the texts of the reader's language are there: nothing flashes in another one. */
export async function startApp({ api, environment, root }: AppOptions): Promise<void> {
  const preferences = readPreferences()
  const { search } = window.location
  const wanted = pickLanguage({
    search,
    stored: preferences.language,
    cookie: document.cookie,
    browser: navigator.languages,
  })
  const { language, messages } = await loadSpoken(wanted)
  document.documentElement.lang = language
  const theme = toThemeMode(new URLSearchParams(search).get('theme')) ?? preferences.theme
  createRoot(root).render(
    <Providers {...{ api, language, messages, theme, preferences }} nonce={environment.nonce}>
      <CrashBoundary>
        <AppRoutes basePath={environment.basePath} />
      </CrashBoundary>
    </Providers>,
  )
}

interface Spoken {
  readonly language: Language
  readonly messages: Messages
}

/** English is part of the first script: better than a blank page when the other texts cannot be fetched. */
async function loadSpoken(language: Language): Promise<Spoken> {
  try {
    return { language, messages: await loadMessages(language) }
  } catch {
    return { language: 'en', messages: await loadMessages('en') }
  }
}
