/** The languages Joblens speaks, as BCP 47 tags: also the value of `<html lang>` and of `?lang=`. */
export type Language = 'en' | 'zh-CN'

export const languages: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'en', name: 'English' },
  { language: 'zh-CN', name: '简体中文' },
]

export interface LanguageHints {
  /** `location.search` */
  readonly search: string
  /** The kept preference, or null. */
  readonly stored: string | null
  /** `document.cookie` */
  readonly cookie: string
  /** `navigator.languages` */
  readonly browser: readonly string[]
}

/** The first hint that names a language we speak: address, preference, BlueKing's own cookie, browser. */
export function pickLanguage({ search, stored, cookie, browser }: LanguageHints): Language {
  const hints = [new URLSearchParams(search).get('lang'), stored, blueKingLanguage(cookie), ...browser]
  for (const hint of hints) {
    const language = toLanguage(hint)
    if (language !== null) return language
  }
  return 'en'
}

/** Any Chinese tag is read as simplified Chinese: the only one there is, and nearer than English. */
export function toLanguage(tag: string | null | undefined): Language | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0]
  if (primary === 'zh') return 'zh-CN'
  return primary === 'en' ? 'en' : null
}

/** BlueKing keeps the choice of the whole platform in the cookie `blueking_language` (`zh-cn` or `en`). */
function blueKingLanguage(cookie: string): string | null {
  return /(?:^|;\s*)blueking_language=([^;]*)/.exec(cookie)?.[1] ?? null
}
