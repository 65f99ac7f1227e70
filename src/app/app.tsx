import { createRoot } from 'react-dom/client'
import type { Api } from '#api'
import { type Language, languages, loadMessages, type Messages, pickLanguage } from '#i18n'
import { readPreferences, setFramed, toThemeMode } from '#ui'
import { CrashBoundary } from './crash.tsx'
import type { Surroundings } from './embed/index.ts'
import type { Environment } from './environment.ts'
import { Providers } from './providers.tsx'
import { AppRoutes, fetchStepPageAhead } from './routes.tsx'

export interface AppOptions {
  readonly api: Api
  readonly environment: Environment
  readonly root: HTMLElement
}

/** Shows the app in `root`, once the texts of the reader's language are there: nothing flashes in another one. */
export async function startApp({ api, environment, root }: AppOptions): Promise<void> {
  setFramed(window.parent !== window)
  const preferences = readPreferences()
  const { search, pathname } = window.location
  fetchStepPageAhead(pathname)
  const wanted = pickLanguage({
    search,
    stored: preferences.language,
    cookie: document.cookie,
    browser: navigator.languages,
  })
  const [spoken, Surroundings] = await Promise.all([
    loadSpoken(wanted),
    loadSurroundings(search, environment.parents),
  ])
  if (spoken === null || Surroundings === null) {
    root.textContent = 'Joblens could not be loaded: reload the page. Joblens 加载失败，请刷新页面。'
    return
  }
  const { language, messages } = spoken
  document.documentElement.lang = language
  const theme = toThemeMode(new URLSearchParams(search).get('theme')) ?? preferences.theme
  createRoot(root).render(
    <Providers {...{ api, language, messages, theme, preferences }} nonce={environment.nonce}>
      <CrashBoundary>
        <AppRoutes basePath={environment.basePath} Surroundings={Surroundings} />
      </CrashBoundary>
    </Providers>,
  )
}

const nothingAround: Surroundings = ({ children }) => children

/** What an embedded app has around its pages, fetched only for that; `null` when it cannot be. */
async function loadSurroundings(search: string, parents: readonly string[]): Promise<Surroundings | null> {
  if (!new URLSearchParams(search).has('embed')) return nothingAround
  const embed = await import('./embed/index.ts').catch(() => null)
  return embed?.startEmbedding(search, parents) ?? null
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
