import type { KeysMessages, ReaderToolsMessages } from '#i18n'
import type { KeyGroup } from '#ui'
import { shortcutGroups } from '#viewer'

/** What of a page has keys, found by what stands on it. */
export interface PageParts {
  readonly hosts: boolean
  readonly table: boolean
  readonly filter: boolean
  readonly steps: boolean
  readonly log: boolean
}

type Area = Exclude<keyof KeysMessages, 'title' | 'log'>

/** The keys of each part, by the name of what they do; the order is that of the sheet. */
const waysOf: {
  readonly [Name in Area]: Readonly<Record<Exclude<keyof KeysMessages[Name], 'title'>, string>>
} = {
  everywhere: { skip: 'Tab', next: 'Tab, Shift Tab', sheet: '?', close: 'Esc' },
  hosts: {
    move: '↓, ↑',
    edge: 'Home, End',
    enter: 'Enter, →',
    toggle: 'Space',
    extend: 'Shift ↓, Shift ↑',
    all: 'Ctrl/⌘ A',
    none: 'Esc',
    group: '→, ←',
    step: 'Alt ↓, Alt ↑',
    failed: '], [',
  },
  steps: { move: '↓, ↑', open: 'Enter', details: 'Space', zoom: '+, −, 0', pan: '←, →' },
  table: { move: '↓, ↑', page: 'PageDown, PageUp', edge: 'Home, End', open: 'Enter', filter: '/' },
}

/** The keys of everything that stands on the page, the nearest to the whole page first. */
export function pageKeys(
  parts: PageParts,
  keys: KeysMessages,
  reader: ReaderToolsMessages,
): readonly KeyGroup[] {
  const areas = (['everywhere', 'hosts', 'steps', 'table'] as const).filter(
    (area) => area === 'everywhere' || parts[area],
  )
  const hidden = parts.filter ? [] : ['filter']
  return [
    ...areas.map((area) => groupOf(waysOf[area], keys[area], hidden)),
    ...(parts.log ? logGroups(keys, reader) : []),
  ]
}

function groupOf(
  ways: Readonly<Record<string, string>>,
  words: { readonly title: string } & Readonly<Record<string, string>>,
  hidden: readonly string[],
): KeyGroup {
  const shown = Object.entries(ways).filter(([name]) => !hidden.includes(name))
  return {
    title: words.title,
    shortcuts: shown.map(([name, text]) => ({ ways: text.split(', '), does: words[name] ?? '' })),
  }
}

function logGroups({ log: titles }: KeysMessages, { keys }: ReaderToolsMessages): readonly KeyGroup[] {
  return shortcutGroups.map(({ name, shortcuts }) => ({
    title: titles[name],
    shortcuts: shortcuts.map((shortcut) => ({ ways: shortcut.ways, does: keys.does[shortcut.name] })),
  }))
}
