import { createRoot } from 'react-dom/client'
import type { Api } from '#api'
import { loadMessages, pickLanguage } from '#i18n'
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
  const language = pickLanguage({
    search,
    stored: preferences.language,
    cookie: document.cookie,
    browser: navigator.languages,
  })
  document.documentElement.lang = language
  const messages = await loadMessages(language)
  const theme = toThemeMode(new URLSearchParams(search).get('theme')) ?? preferences.theme
  createRoot(root).render(
    <Providers {...{ api, language, messages, theme, preferences }} nonce={environment.nonce}>
      <CrashBoundary>
        <AppRoutes basePath={environment.basePath} />
      </CrashBoundary>
    </Providers>,
  )
}
