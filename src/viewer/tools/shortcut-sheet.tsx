import { useMessages, useReaderToolsMessages } from '#i18n'
import { KeySheet } from '#ui'
import { type PageShortcuts, shortcutGroups } from './shortcuts.ts'

export interface ShortcutSheetProps {
  readonly pageShortcuts: PageShortcuts | undefined
  /** Called once it is closed; the focus is back where it was. */
  readonly onClose: () => void
}

/** All keys of the reader, and those of the page around it that work in it too. */
export function ShortcutSheet({ pageShortcuts, onClose }: ShortcutSheetProps) {
  const { keys } = useReaderToolsMessages()
  const { common } = useMessages()
  const own = shortcutGroups.map(({ name, shortcuts }) => ({
    title: keys.groups[name],
    shortcuts: shortcuts.map((shortcut) => ({ ways: shortcut.ways, does: keys.does[shortcut.name] })),
  }))
  const groups = pageShortcuts === undefined ? own : [...own, pageShortcuts]
  return <KeySheet title={keys.title} closeLabel={common.close} groups={groups} onClose={onClose} />
}
