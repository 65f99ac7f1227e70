import { type CSSProperties, useCallback, useState, useSyncExternalStore } from 'react'
import { useFormat, useMessages } from '#i18n'
import type { LogSnapshot, LogStore } from '#log'
import type { LineSelection } from './line-selection.ts'
import { LogAnnouncer } from './log-announcer.tsx'
import { LogLines } from './log-lines.tsx'
import { LogSurface } from './log-surface.ts'
import { LogToolbar } from './log-toolbar.tsx'
import type { LogScroll } from './use-log-scroll.ts'
import { useNewLines } from './use-new-lines.ts'
import { copyWhole, maxCopyBytes, saveBlob } from './whole-copy.ts'

export interface LogViewerProps {
  readonly store: LogStore
  readonly documentId: string
  /** Accessible name of the log; contains the host. */
  readonly label: string
  /** Chosen lines, 1-based, from the address of the page; a change from outside scrolls there. */
  readonly selection: LineSelection | null
  readonly onSelectionChange: (selection: LineSelection | null) => void
  /** Keep the newest line in view. Scrolling up, and going to a line, ask to turn it off. */
  readonly follow: boolean
  readonly onFollowChange: (follow: boolean) => void
  /** The text may still grow: it is being received, or its execution is running. */
  readonly live: boolean
  /** File name offered for the download. */
  readonly downloadName: string
  /** Address of one line, when lines can be linked to; the line numbers are then real links. */
  readonly lineHref?: (lineNumber: number) => string
}

/**
 * Shows one log: whole, virtualised, never as HTML. Fills the height it is given. The text stays in the log
 * worker; only the lines around the view are ever on the page.
 */
export function LogViewer(props: LogViewerProps) {
  // Scroll position, shown slices and counts belong to one document.
  return <DocumentViewer key={props.documentId} {...props} />
}

function DocumentViewer(props: LogViewerProps) {
  const { store, documentId, follow, onFollowChange, live } = props
  const snapshot = useSnapshot(store, documentId)
  const newLines = useNewLines(snapshot, follow)
  const [scroll, setScroll] = useState<LogScroll | null>(null)
  const { notice, setNotice, copy, download } = useWhole(props, snapshot)
  const lineCount = snapshot?.lineCount ?? 0
  const size = useFormat().bytes(snapshot?.byteLength)

  const goToLine = (lineNumber: number): void => {
    const target = Math.min(lineNumber, Math.max(1, lineCount))
    if (lineNumber > lineCount) setNotice({ kind: 'no-such-line', lineNumber })
    else props.onSelectionChange({ first: lineNumber, last: lineNumber })
    onFollowChange(false)
    scroll?.toLine(target - 1, 'center')
  }
  const goToEnd = (): void => {
    newLines.markSeen()
    scroll?.toEnd()
  }
  const resume = (): void => {
    if (live) onFollowChange(true)
    goToEnd()
  }

  return (
    <LogSurface style={{ '--log-digits': Math.max(3, String(lineCount).length) } as CSSProperties}>
      <LogToolbar
        snapshot={snapshot}
        size={size}
        notice={useNoticeWords({ notice, snapshot, live, size })}
        follow={follow}
        onFollowChange={live || follow ? onFollowChange : undefined}
        onGoToLine={goToLine}
        onTop={() => scroll?.toLine(0, 'start')}
        onEnd={goToEnd}
        onCopy={copy}
        onDownload={download}
      />
      <LogLines
        {...props}
        snapshot={snapshot}
        onScroll={setScroll}
        onReachEnd={newLines.markSeen}
        onNotice={setNotice}
        onCopyWhole={copy}
      />
      {newLines.count > 0 && <NewLinesPill count={newLines.count} onClick={resume} />}
      <LogAnnouncer lineCount={lineCount} live={live} />
    </LogSurface>
  )
}

function useSnapshot(store: LogStore, documentId: string): LogSnapshot | null {
  const subscribe = useCallback(
    (listener: () => void) => store.watch(documentId, listener),
    [store, documentId],
  )
  return useSyncExternalStore(subscribe, () => store.snapshot(documentId))
}

function NewLinesPill({ count, onClick }: { readonly count: number; readonly onClick: () => void }) {
  const { reader } = useMessages()
  return (
    <button type="button" className="log-pill" title={reader.showNewLines} onClick={onClick}>
      {reader.newLines(count)}
    </button>
  )
}

/** What the reader was last told; later news replaces it. */
export type LogNotice =
  | { readonly kind: 'copying' | 'copied' | 'copy-failed' | 'copy-too-big' | 'selected' }
  | { readonly kind: 'no-such-line'; readonly lineNumber: number }

interface NoticeFacts {
  readonly notice: LogNotice | null
  readonly snapshot: LogSnapshot | null
  readonly live: boolean
  readonly size: string
}

function useNoticeWords({ notice, snapshot, live, size }: NoticeFacts): string {
  const { reader } = useMessages()
  const lineCount = snapshot?.lineCount ?? 0
  switch (notice?.kind) {
    case 'copying':
      return reader.copying
    case 'copied':
      return reader.copiedAll(lineCount)
    case 'copy-failed':
      return reader.copyFailed
    case 'copy-too-big':
      return reader.copyTooBig(size)
    case 'selected':
      return reader.selectedAll(lineCount)
    case 'no-such-line':
      return reader.noSuchLine(notice.lineNumber, lineCount)
    case undefined:
      if (snapshot === null) return ''
      if (!snapshot.complete && !live) return reader.incomplete
      return snapshot.revision > 0 ? reader.replaced : ''
  }
}

/** Copying and saving the whole text. */
function useWhole({ store, documentId, downloadName }: LogViewerProps, snapshot: LogSnapshot | null) {
  const [notice, setNotice] = useState<LogNotice | null>(null)
  const byteLength = snapshot?.byteLength ?? 0
  const copy = useCallback(() => {
    if (byteLength > maxCopyBytes) return setNotice({ kind: 'copy-too-big' })
    setNotice({ kind: 'copying' })
    void copyWhole(store.bytes(documentId)).then((isCopied) => {
      setNotice({ kind: isCopied ? 'copied' : 'copy-failed' })
    })
  }, [store, documentId, byteLength])
  const download = useCallback(() => {
    void store.bytes(documentId).then((blob) => saveBlob(blob, downloadName))
  }, [store, documentId, downloadName])
  return { notice, setNotice, copy, download }
}
