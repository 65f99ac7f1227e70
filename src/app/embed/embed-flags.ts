/*
 * What an address may ask of an embedded Joblens (docs/embedding.md). One file reads all of it. Each flag falls back by
 * itself, so one bad value costs only itself, and is named in `ignored`: the parent is told, a console is not.
 */
import { type Language, toLanguage } from '#i18n'
import { type ThemeMode, toThemeMode } from '#ui'

/** Parts of a page that can be left out. `heading` includes `breadcrumbs`. */
export const regions = ['header', 'breadcrumbs', 'heading', 'hosts', 'toolbar', 'ruler'] as const
export type Region = (typeof regions)[number]

/** `fill` the frame, `fit` as high as the content asks (the parent is told), or nothing but the `log`. */
export const views = ['fill', 'fit', 'log'] as const
type View = (typeof views)[number]

export interface EmbedFlags {
  readonly hide: readonly Region[]
  readonly view: View
  /** Nothing is kept in this browser: no recent pages, stars, choices. */
  readonly readonly: boolean
  /** `null` = not asked for. */
  readonly theme: ThemeMode | null
  readonly language: Language | null
  /** Values nobody understood, as `name=value`, at most {@link mostIgnored}. */
  readonly ignored: readonly string[]
}

/** So that an address full of nonsense stays short where it is told. */
const mostIgnored = 20
const longestTold = 60

/** Reads the flags of `location.search`. Never throws. */
export function readEmbedFlags(search: string): EmbedFlags {
  const query = new URLSearchParams(search)
  const ignored: string[] = []
  const one = <T>(name: string, read: (value: string) => T | null): T | null => {
    const value = query.get(name)
    if (value === null || value === '') return null
    const known = read(value)
    if (known === null && ignored.length < mostIgnored) ignored.push(`${name}=${value.slice(0, longestTold)}`)
    return known
  }
  const wanted = (query.get('hide') ?? '').split(',').map((name) => name.trim())
  const hide = regions.filter((region) => wanted.includes(region))
  for (const name of wanted) {
    const isKnown = name === '' || regions.some((region) => region === name)
    if (!isKnown && ignored.length < mostIgnored) ignored.push(`hide=${name.slice(0, longestTold)}`)
  }
  const view = one('view', (value) => views.find((known) => known === value) ?? null) ?? 'fill'
  const readonly = one('readonly', toSwitch) ?? false
  const theme = one('theme', toTheme)
  const language = one('lang', toLanguage)
  return { hide, view, readonly, theme, language, ignored }
}

/** `auto` is what other products call the theme of the system. */
export function toTheme(value: string): ThemeMode | null {
  return value === 'auto' ? 'system' : toThemeMode(value)
}

function toSwitch(value: string): boolean | null {
  if (value === '1' || value === 'true') return true
  return value === '0' || value === 'false' ? false : null
}
