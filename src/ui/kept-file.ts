import { keep, keptPrefix, readKept } from './kept-json.ts'

/** A file of everything chosen in a browser. */
interface KeptFile {
  readonly joblens: 'preferences'
  readonly version: 1
  /** By the name each is kept under. Whoever reads one checks it, as with anything that was kept. */
  readonly kept: Readonly<Record<string, unknown>>
}

/** Where somebody has been, and what is watched from here: of this browser, not of the person. */
const ofThisBrowser: ReadonlySet<string> = new Set(['recent-visits', 'watched'])

/** What there is to choose, by the name it is kept under: of the page, of the log reader, of the history, the stars. */
const choices: ReadonlySet<string> = new Set(['preferences', 'reader', 'history-table', 'starred-pages'])

/** Longest file that is read, in bytes and in characters: some thousand times what there is to choose. */
export const longestFile = 1_000_000

/** Everything that was chosen, stars included, as JSON to be read by {@link importKept}. */
export function exportKept(): string {
  const kept = Object.fromEntries(keptNames().map((name) => [name, readKept(name)]))
  const file: KeptFile = { joblens: 'preferences', version: 1, kept }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** What became of a file that was read. */
interface TakenFile {
  /** Names in it of which nothing was taken: nobody here knows them, or they belong to the browser they come from. */
  readonly leftOut: readonly string[]
}

/**
 * Takes what was exported, in this browser or another. Changes nothing and answers `null` when it is no such file, or
 * `'newer'` when a later Joblens wrote it.
 */
export function importKept(text: string): TakenFile | 'newer' | null {
  const kept = text.length > longestFile ? null : readFile(text)
  if (kept === null || kept === 'newer') return kept
  const names = Object.keys(kept)
  for (const name of names) if (choices.has(name)) keep(name, kept[name])
  return { leftOut: names.filter((name) => !choices.has(name)) }
}

/** Forgets every choice; stars stay. */
export function forgetChoices(): void {
  for (const name of keptNames()) if (name !== 'starred-pages') keep(name, null)
}

function readFile(text: string): KeptFile['kept'] | 'newer' | null {
  try {
    const file = JSON.parse(text) as Partial<Record<keyof KeptFile, unknown>> | null
    if (file?.joblens !== 'preferences') return null
    if (file.version !== 1) return Number(file.version) > 1 ? 'newer' : null
    const { kept } = file
    return typeof kept === 'object' && !Array.isArray(kept) ? (kept as KeptFile['kept'] | null) : null
  } catch {
    return null
  }
}

/** Names of what is stored; of storage that is blocked there is nothing to tell. */
function keptNames(): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(keptPrefix))
      .map((key) => key.slice(keptPrefix.length))
      .filter((name) => !ofThisBrowser.has(name))
      .sort()
  } catch {
    return []
  }
}
