import { useEffect, useId, useRef } from 'react'
import { useMessages } from '#i18n'
import { type PageShortcuts, shortcutGroups } from './shortcuts.ts'
import { ToolButton } from './tool-button.tsx'

export interface ShortcutSheetProps {
  readonly pageShortcuts: PageShortcuts | undefined
  /** Called once it is closed; the focus is back where it was. */
  readonly onClose: () => void
}

/** All keys of the reader, in the browser's own dialog: it keeps the focus, and Escape closes it. */
export function ShortcutSheet({ pageShortcuts, onClose }: ShortcutSheetProps) {
  const { reader, common } = useMessages()
  const { keys } = reader
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const own = shortcutGroups.map(({ name, shortcuts }) => ({
    title: keys.groups[name],
    shortcuts: shortcuts.map((shortcut) => ({ ways: shortcut.ways, does: keys.does[shortcut.name] })),
  }))
  const groups: readonly PageShortcuts[] = pageShortcuts === undefined ? own : [...own, pageShortcuts]
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="log-sheet" aria-labelledby={titleId} onClose={onClose}>
      <div className="log-sheet-head">
        <h2 id={titleId}>{keys.title}</h2>
        <ToolButton name={common.close} icon="close" onClick={() => dialog.current?.close()} />
      </div>
      {groups.map(({ title, shortcuts }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {shortcuts.map(({ ways, does }) => (
              <ShortcutRow key={does} ways={ways} does={does} />
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  )
}

function ShortcutRow({ ways, does }: PageShortcuts['shortcuts'][number]) {
  return (
    <div className="log-sheet-row">
      <dt>{does}</dt>
      <dd>
        {ways.map((way) => (
          <span key={way}>
            {way.split(' ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  )
}
