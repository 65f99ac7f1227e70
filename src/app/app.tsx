import { createRoot } from 'react-dom/client'
import type { Api } from '#api'
import { type Language, languages, loadMessages, type Messages, pickLanguage } from '#i18n'
import { readPreferences, setFramed, toThemeMode } from '#ui'
import { CrashBoundary } from './crash.tsx'
import type { Environment } from './environment.ts'
import { Providers } from './providers.tsx'
import { AppRoutes } from './routes.tsx'

export interface AppOptions {
  readonly api: Api
  readonly environment: Environment
  readonly root: HTMLElement
}

/** Shows the app in `root`, once the texts of the reader's language are there: nothing flashes in another one. */
export async function startApp({ api, environment, root }: AppOptions): Promise<void> {
  setFramed(window.parent !== window)
  const preferences = readPreferences()
  const { search } = window.location
  const wanted = pickLanguage({
    search,
    stored: preferences.language,
    cookie: document.cookie,
    browser: navigator.languages,
  })
  const spoken = await loadSpoken(wanted)
  if (spoken === null) {
    root.textContent = 'Joblens could not be loaded: reload the page. Joblens 加载失败，请刷新页面。'
    return
  }
  const { language, messages } = spoken
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

/** The other language is better than none when the texts of one cannot be fetched; `null` when neither can. */
async function loadSpoken(wanted: Language): Promise<Spoken | null> {
  const others = languages.map(({ language }) => language).filter((language) => language !== wanted)
  for (const language of [wanted, ...others]) {
    const messages = await loadMessages(language).catch(() => null)
    if (messages !== null) return { language, messages }
  }
  return null
}
