import type { KeysMessages, Messages } from '#i18n'
import { type PageShortcuts, shortcutGroups } from '#viewer'

type Row = PageShortcuts['shortcuts'][number]

const row = (does: string, ...ways: readonly string[]): Row => ({ ways, does })

/** What of a page has keys, found by what stands on it. */
export interface PageParts {
  readonly hosts: boolean
  readonly table: boolean
  readonly filter: boolean
  readonly steps: boolean
  readonly log: boolean
}

/** The keys of everything that stands on the page, the nearest to the whole page first. */
export function pageKeys(
  parts: PageParts,
  keys: KeysMessages,
  reader: Messages['reader'],
): readonly PageShortcuts[] {
  return [
    everywhere(keys),
    ...(parts.hosts ? [hosts(keys)] : []),
    ...(parts.steps ? [steps(keys)] : []),
    ...(parts.table ? [table(keys, parts.filter)] : []),
    ...(parts.log ? log(keys, reader) : []),
  ]
}

function everywhere({ everywhere: words }: KeysMessages): PageShortcuts {
  return {
    title: words.title,
    shortcuts: [
      row(words.skip, 'Tab'),
      row(words.next, 'Tab', 'Shift Tab'),
      row(words.sheet, '?'),
      row(words.close, 'Esc'),
    ],
  }
}

function hosts({ hosts: words }: KeysMessages): PageShortcuts {
  return {
    title: words.title,
    shortcuts: [
      row(words.move, '↓', '↑'),
      row(words.edge, 'Home', 'End'),
      row(words.enter, 'Enter', '→'),
      row(words.toggle, 'Space'),
      row(words.extend, 'Shift ↓', 'Shift ↑'),
      row(words.all, 'Ctrl/⌘ A'),
      row(words.none, 'Esc'),
      row(words.group, '→', '←'),
      row(words.step, 'Alt ↓', 'Alt ↑'),
      row(words.failed, ']', '['),
    ],
  }
}

function steps({ steps: words }: KeysMessages): PageShortcuts {
  return {
    title: words.title,
    shortcuts: [
      row(words.move, '↓', '↑'),
      row(words.open, 'Enter'),
      row(words.details, 'Space'),
      row(words.zoom, '+', '−', '0'),
      row(words.pan, '←', '→'),
    ],
  }
}

function table({ table: words }: KeysMessages, hasFilter: boolean): PageShortcuts {
  return {
    title: words.title,
    shortcuts: [
      row(words.move, '↓', '↑'),
      row(words.page, 'PageDown', 'PageUp'),
      row(words.edge, 'Home', 'End'),
      row(words.open, 'Enter'),
      ...(hasFilter ? [row(words.filter, '/')] : []),
    ],
  }
}

function log({ log: titles }: KeysMessages, { keys }: Messages['reader']): readonly PageShortcuts[] {
  return shortcutGroups.map(({ name, shortcuts }) => ({
    title: titles[name],
    shortcuts: shortcuts.map((shortcut) => row(keys.does[shortcut.name], ...shortcut.ways)),
  }))
}
