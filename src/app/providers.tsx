import createCache, { type EmotionCache } from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { type Theme, ThemeProvider } from '@mui/material/styles'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Api, ApiProvider } from '#api'
import { browserTimeZone, type Language, LanguageProvider, type Messages } from '#i18n'
import { changePreferences, createJoblensTheme, isFramed, type Preferences, type ThemeMode } from '#ui'

/** What lasts as long as the page. Made before the first render: it takes as long as that. */
export interface Parts {
  readonly cache: EmotionCache
  readonly theme: Theme
  readonly queries: QueryClient
}

/** `nonce` is the style nonce; without it MUI is unstyled under the gateway's Content-Security-Policy. */
export function createParts(nonce: string | null): Parts {
  return {
    cache: createCache({ key: 'jl', prepend: true, ...(nonce === null ? {} : { nonce }) }),
    theme: createJoblensTheme(),
    queries: createQueryClient(),
  }
}

export interface ProvidersProps {
  readonly parts: Parts
  readonly api: Api
  /** Started before the app was there, where logs are read at once. */
  readonly logWorker: Worker | null
  readonly language: Language
  readonly messages: Messages
  readonly theme: ThemeMode
  readonly preferences: Preferences
  readonly children: ReactNode
}

export function Providers(props: ProvidersProps) {
  const { parts, api, logWorker, language, messages, theme, preferences, children } = props
  const { timeZone } = preferences
  return (
    <CacheProvider value={parts.cache}>
      {/* The mode is kept with the other preferences, not by MUI: one place that survives blocked storage. */}
      <ThemeProvider theme={parts.theme} defaultMode={theme} storageManager={null} noSsr>
        <CssBaseline enableColorScheme />
        <LanguageProvider
          initialLanguage={language}
          initialMessages={messages}
          {...(timeZone === null ? {} : { initialTimeZone: timeZone })}
          onLanguageChange={(language) => {
            // In a frame it is the portal that chooses, and not for what the reader opens elsewhere.
            if (!isFramed()) changePreferences({ language })
            // Upstream's own words come in the language asked for.
            void parts.queries.invalidateQueries()
          }}
          onTimeZoneChange={keepTimeZone}
        >
          <QueryClientProvider client={parts.queries}>
            <ApiProvider api={api} logWorker={logWorker}>
              {children}
            </ApiProvider>
          </QueryClientProvider>
        </LanguageProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}

/** Who chose the browser's own zone means it wherever the browser is. */
const keepTimeZone = (timeZone: string): void =>
  changePreferences({ timeZone: timeZone === browserTimeZone() ? null : timeZone })

/**
 * The gateway already retries what is worth retrying, and each query says if it wants more. `always`: a browser that
 * believes itself offline may still reach a gateway on the same network, and a failed try has words; a paused one has none.
 */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        // What the reader stopped stays so when he comes back to the window.
        refetchOnWindowFocus: ({ state }) => state.status !== 'pending',
      },
    },
  })
}
