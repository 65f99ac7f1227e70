import { type Ahead, askAhead, nothingAhead } from '#api'
import { type Language, languages, loadMessages, type Messages, pickLanguage } from '#i18n'
import { type Preferences, readPreferences } from '#ui'
import { isKnownVersion } from './embed/embed-version.ts'
import type { Environment } from './environment.ts'

/** What is under way before the app's own script is there. */
export interface Preparation {
  readonly preferences: Preferences
  /** The texts, in the reader's language or at least in another; `null` when none can be fetched. */
  readonly spoken: Promise<Spoken | null>
  readonly ahead: Ahead
}

/** A language and its texts. */
interface Spoken {
  readonly language: Language
  readonly messages: Messages
}

/** Fetches what the first screen needs: its data, its texts, and where links of notifications lead the page's script. */
export function prepare({ basePath }: Environment): Preparation {
  const preferences = readPreferences()
  const language = pickLanguage({
    search: location.search,
    stored: preferences.language,
    cookie: document.cookie,
    browser: navigator.languages,
  })
  // In a frame that will be refused nothing is asked.
  const version = new URLSearchParams(location.search).get('embed')
  const isWelcome = version === null || isKnownVersion(version)
  const ahead = isWelcome ? askAhead(basePath, location, language) : nothingAhead
  if (ahead.logWorker !== null) preload(basePath, stepPageFiles())
  return { preferences, spoken: loadSpoken(language), ahead }
}

/** The other language is better than none when the texts of one cannot be fetched. */
async function loadSpoken(wanted: Language): Promise<Spoken | null> {
  const others = languages.map(({ language }) => language).filter((language) => language !== wanted)
  for (const language of [wanted, ...others]) {
    const messages = await loadMessages(language).catch(() => null)
    if (messages !== null) return { language, messages }
  }
  return null
}

/** Scripts and styles of the step page, as the build wrote them into index.html. */
function stepPageFiles(): readonly string[] {
  const named = document.querySelector<HTMLMetaElement>('meta[name="joblens-step-page"]')?.content ?? ''
  return named.split(' ').filter((file) => file !== '')
}

/** Fetches without running: all scripts at once would be one long task. What fails is fetched again when it is wanted. */
function preload(basePath: string, files: readonly string[]): void {
  for (const file of files) {
    const link = document.createElement('link')
    link.crossOrigin = ''
    if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' })
    else link.rel = 'modulepreload'
    link.href = basePath + file
    document.head.append(link)
  }
}
