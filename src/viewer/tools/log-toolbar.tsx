import { type FormEvent, useState } from 'react'
import { useFormat, useMessages } from '#i18n'
import type { LogSnapshot } from '#log'
import { type LogNotice, useNoticeWords } from './log-notice.ts'
import { ToolIcon, type ToolIconName } from './tool-icon.tsx'

export interface LogToolbarProps {
  readonly snapshot: LogSnapshot | null
  readonly notice: LogNotice | null
  /** More of the text is on its way, or may come. */
  readonly growing: boolean
  readonly follow: boolean
  /** Absent when there is nothing to follow. */
  readonly onFollowChange: ((follow: boolean) => void) | undefined
  readonly onGoToLine: (lineNumber: number) => void
  readonly onTop: () => void
  readonly onEnd: () => void
  readonly onCopy: () => void
  readonly onDownload: () => void
}

/**
 * Totals, notices and tools above the lines. Plain elements under the frame's one style rule set: with styled
 * components the toolbar alone took longer than the first lines of the log.
 */
export function LogToolbar(props: LogToolbarProps) {
  const { reader } = useMessages()
  const { snapshot, notice, growing, follow, onFollowChange } = props
  const size = useFormat().bytes(snapshot?.byteLength)
  const words = useNoticeWords({ notice, snapshot, growing, size })
  const isEmpty = snapshot === null || snapshot.byteLength === 0
  return (
    <div role="toolbar" aria-label={reader.toolbar} className="log-toolbar">
      {snapshot !== null && <span className="log-totals">{reader.totals(snapshot.lineCount, size)}</span>}
      <span role="status" className="log-notice">
        {words}
      </span>
      {onFollowChange !== undefined && (
        <label className="log-follow">
          <input
            type="checkbox"
            checked={follow}
            onChange={(event) => onFollowChange(event.target.checked)}
          />
          {reader.follow}
        </label>
      )}
      <LineField onGoToLine={props.onGoToLine} />
      <Tool label={reader.toTop} icon="top" disabled={isEmpty} onClick={props.onTop} />
      <Tool label={reader.toEnd} icon="end" disabled={isEmpty} onClick={props.onEnd} />
      <Tool label={reader.copyAll} icon="copy" disabled={isEmpty} onClick={props.onCopy} />
      <Tool label={reader.download} icon="download" disabled={isEmpty} onClick={props.onDownload} />
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ToolIconName
  readonly disabled: boolean
  readonly onClick: () => void
}

function Tool({ label, icon, disabled, onClick }: ToolProps) {
  return (
    <button type="button" className="log-tool" aria-label={label} title={label} {...{ disabled, onClick }}>
      <ToolIcon name={icon} />
    </button>
  )
}

function LineField({ onGoToLine }: { readonly onGoToLine: (lineNumber: number) => void }) {
  const { reader } = useMessages()
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const lineNumber = Number.parseInt(text.replaceAll(/[\s,]/g, ''), 10)
    if (lineNumber >= 1) onGoToLine(lineNumber)
  }
  return (
    <form onSubmit={submit}>
      <input
        className="log-line-field"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={reader.goToLine}
        aria-label={reader.goToLine}
        inputMode="numeric"
        size={9}
        maxLength={12}
      />
    </form>
  )
}
