import { keep, readKept } from './kept-json.ts'

export const themeModes = ['system', 'light', 'dark'] as const
export type ThemeMode = (typeof themeModes)[number]

/** What a person chose, kept in this browser. `null` = never chosen. */
export interface Preferences {
  readonly language: string | null
  readonly theme: ThemeMode
  /** IANA zone; `null` = the browser's, wherever it is. */
  readonly timeZone: string | null
  /** Keys of one character do something wherever the focus is: speech input says them by accident (WCAG 2.1.4). */
  readonly characterKeys: boolean
  /** Path of the scope last looked at: "biz/2". */
  readonly lastScope: string | null
}

const name = 'preferences'

/** Every field falls back by itself, so one bad value costs only itself. */
export function readPreferences(): Preferences {
  const kept = readKept(name)
  const fields: Readonly<Record<string, unknown>> =
    typeof kept === 'object' && kept !== null ? { ...kept } : {}
  const { language, theme, timeZone, characterKeys, lastScope } = fields
  return {
    language: typeof language === 'string' ? language : null,
    theme: toThemeMode(theme) ?? 'system',
    timeZone: typeof timeZone === 'string' && isTimeZone(timeZone) ? timeZone : null,
    characterKeys: characterKeys !== false,
    lastScope: typeof lastScope === 'string' && /^[a-z_]+\/\d+$/.test(lastScope) ? lastScope : null,
  }
}

export function changePreferences(change: Partial<Preferences>): void {
  keep(name, { ...readPreferences(), ...change })
}

export function toThemeMode(value: unknown): ThemeMode | null {
  return themeModes.find((mode) => mode === value) ?? null
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== ''
  } catch {
    return false
  }
}
