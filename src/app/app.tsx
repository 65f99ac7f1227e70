import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import type { Api } from '#api'
import { setFramed, toThemeMode } from '#ui'
import { CrashBoundary } from './crash.tsx'
import type { Surroundings } from './embed/index.ts'
import type { Environment } from './environment.ts'
import { tellNotLoaded } from './not-loaded.ts'
import type { Preparation } from './preparation.ts'
import { createParts, Providers } from './providers.tsx'
import { AppRoutes, loadPage } from './routes.tsx'

export interface AppOptions {
  readonly api: Api
  readonly environment: Environment
  readonly preparation: Preparation
  readonly root: HTMLElement
}

/** Shows the app in `root`, once the texts of the reader's language are there: nothing flashes in another one. */
export async function startApp({ api, environment, preparation, root }: AppOptions): Promise<void> {
  setFramed(window.parent !== window)
  const { preferences, ahead } = preparation
  const { search, pathname } = window.location
  const { nonce, basePath, parents } = environment
  const [spoken, Surroundings, parts] = await Promise.all([
    preparation.spoken,
    loadSurroundings(search, parents),
    inTaskOfItsOwn(() => createParts(nonce)),
    loadPage(basePath, pathname),
  ])
  if (spoken === null || Surroundings === null) return tellNotLoaded()
  document.documentElement.lang = spoken.language
  const theme = toThemeMode(new URLSearchParams(search).get('theme')) ?? preferences.theme
  const app = (
    <Providers {...{ parts, api, theme, preferences }} {...spoken} logWorker={ahead.logWorker}>
      <CrashBoundary>
        <AppRoutes basePath={basePath} Surroundings={Surroundings} />
      </CrashBoundary>
    </Providers>
  )
  // A transition is rendered piece by piece: a slow processor is not kept from everything else.
  startTransition(() => createRoot(root).render(app))
}

/** So that what is under way before and after it is not one long task with it. */
function inTaskOfItsOwn<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => setTimeout(() => resolve(work())))
}

const nothingAround: Surroundings = ({ children }) => children

/** What an embedded app has around its pages, fetched only for that; `null` when it cannot be. */
async function loadSurroundings(search: string, parents: readonly string[]): Promise<Surroundings | null> {
  if (!new URLSearchParams(search).has('embed')) return nothingAround
  const embed = await import('./embed/index.ts').catch(() => null)
  return embed?.startEmbedding(search, parents) ?? null
}
