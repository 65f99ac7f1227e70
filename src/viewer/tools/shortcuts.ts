import type { ReaderToolsMessages } from '#i18n'

/** A thing to do by keyboard: its keys, each way to press them, and its words. */
interface Shortcut {
  /** Keys as they are printed: `['Ctrl/⌘ F', '/']`. */
  readonly ways: readonly string[]
  readonly name: keyof ReaderToolsMessages['keys']['does']
}

export interface ShortcutGroup {
  readonly name: keyof ReaderToolsMessages['keys']['groups']
  readonly shortcuts: readonly Shortcut[]
}

/** Keys of the page around the reader that work in it too, in words of the page. */
export interface PageShortcuts {
  readonly title: string
  readonly shortcuts: readonly { readonly ways: readonly string[]; readonly does: string }[]
}

/** Every key of the reader. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    name: 'move',
    shortcuts: [
      { ways: ['↑', '↓'], name: 'line' },
      { ways: ['PageUp', 'PageDown', 'Space'], name: 'page' },
      { ways: ['Home', 'g'], name: 'top' },
      { ways: ['End', 'G'], name: 'end' },
      { ways: [':'], name: 'goToLine' },
      { ways: ['e', 'E'], name: 'error' },
    ],
  },
  {
    name: 'search',
    shortcuts: [
      { ways: ['Ctrl/⌘ F', '/'], name: 'search' },
      { ways: ['n', 'F3', 'Ctrl/⌘ G'], name: 'next' },
      { ways: ['N', 'Shift F3', 'Shift Ctrl/⌘ G'], name: 'previous' },
      { ways: ['Enter', 'Shift Enter'], name: 'inField' },
      { ways: ['↓'], name: 'intoLines' },
      { ways: ['Alt C', 'Alt W', 'Alt R'], name: 'options' },
      { ways: ['Esc'], name: 'closeSearch' },
    ],
  },
  {
    name: 'copy',
    shortcuts: [
      { ways: ['j', 'k'], name: 'choose' },
      { ways: ['Shift ↓', 'Shift ↑', 'J', 'K'], name: 'extend' },
      { ways: ['Ctrl/⌘ A'], name: 'selectAll' },
      { ways: ['Ctrl/⌘ C'], name: 'copy' },
      { ways: ['Esc'], name: 'unselect' },
    ],
  },
  {
    name: 'view',
    shortcuts: [
      { ways: ['w'], name: 'wrap' },
      { ways: ['Enter'], name: 'fold' },
      { ways: ['f'], name: 'follow' },
      { ways: ['?'], name: 'sheet' },
    ],
  },
]
