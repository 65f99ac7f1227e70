import { type CSSProperties, useCallback, useDeferredValue, useState, useSyncExternalStore } from 'react'
import { useMessages } from '#i18n'
import type { LogSnapshot, LogStore } from '#log'
import { LogAnnouncer } from './log-announcer.tsx'
import { LogLines } from './log-lines.tsx'
import type { LogViewerProps } from './log-viewer-props.ts'
import { LogSurface } from './look/log-surface.tsx'
import { defaultLogPreferences } from './tools/log-preferences.ts'
import { LogToolbar } from './tools/log-toolbar.tsx'
import type { LogScroll } from './use-log-scroll.ts'
import { useNewLines } from './use-new-lines.ts'
import { useWholeLog } from './use-whole-log.ts'

/**
 * Shows one log: whole, virtualised, never as HTML. Fills the height it is given. The text stays in the log
 * worker; only the lines around the view are ever on the page.
 */
export function LogViewer(props: LogViewerProps) {
  // Scroll position, shown slices and counts belong to one document.
  return <DocumentViewer key={props.documentId} {...props} />
}

function DocumentViewer(props: LogViewerProps) {
  const { store, documentId, follow, onFollowChange, live, receiving = false } = props
  const snapshot = useSnapshot(store, documentId)
  const newLines = useNewLines(snapshot, follow)
  const [scroll, setScroll] = useState<LogScroll | null>(null)
  const { notice, setNotice, copy, download } = useWholeLog(props, snapshot)
  // The lines come first: the tools above them are mounted when nothing more urgent is to be painted.
  const hasTools = useDeferredValue(true, false)
  const lineCount = snapshot?.lineCount ?? 0

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
      {hasTools ? (
        <LogToolbar
          snapshot={snapshot}
          notice={notice}
          growing={live || receiving}
          follow={follow}
          onFollowChange={live || follow ? onFollowChange : undefined}
          onGoToLine={goToLine}
          onTop={() => scroll?.toLine(0, 'start')}
          onEnd={goToEnd}
          onCopy={copy}
          onSave={download}
          selectedLineCount={null}
          canLink={false}
          errors={noErrors}
          isSearchOpen={false}
          onSearch={() => undefined}
          preferences={defaultLogPreferences}
          onPreferencesChange={() => undefined}
          sectionCount={0}
          onFoldAll={() => undefined}
          onShortcuts={() => undefined}
        />
      ) : (
        <div className="log-toolbar" />
      )}
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

const noErrors = { count: 0, go: () => undefined }

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
