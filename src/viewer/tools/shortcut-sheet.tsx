import { useEffect, useId, useRef } from 'react'
import { useMessages } from '#i18n'
import { type Shortcut, shortcutGroups } from './shortcuts.ts'
import { ToolButton } from './tool-button.tsx'

export interface ShortcutSheetProps {
  /** Called once it is closed; the focus is back where it was. */
  readonly onClose: () => void
}

/** All keys of the reader, in the browser's own dialog: it keeps the focus, and Escape closes it. */
export function ShortcutSheet({ onClose }: ShortcutSheetProps) {
  const { reader, common } = useMessages()
  const { keys } = reader
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="log-sheet" aria-labelledby={titleId} onClose={onClose}>
      <div className="log-sheet-head">
        <h2 id={titleId}>{keys.title}</h2>
        <ToolButton name={common.close} icon="close" onClick={() => dialog.current?.close()} />
      </div>
      {shortcutGroups.map((group) => (
        <section key={group.name}>
          <h3>{keys.groups[group.name]}</h3>
          <dl>
            {group.shortcuts.map((shortcut) => (
              <ShortcutRow key={shortcut.name} {...shortcut} />
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  )
}

function ShortcutRow({ ways, name }: Shortcut) {
  const { keys } = useMessages().reader
  return (
    <div className="log-sheet-row">
      <dt>{keys.does[name]}</dt>
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
