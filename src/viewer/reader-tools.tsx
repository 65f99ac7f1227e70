import { useEffect } from 'react'
import { LogAnnouncer } from './log-announcer.tsx'
import type { LineSelection } from './rows/line-selection.ts'
import { useDragSelection } from './rows/use-drag-selection.ts'
import { useKeptWidth } from './rows/use-kept-width.ts'
import { OverviewRuler } from './ruler/overview-ruler.tsx'
import { HiddenLines } from './search/hidden-lines.tsx'
import { SearchBar } from './search/search-bar.tsx'
import { ChosenBar } from './tools/chosen-bar.tsx'
import { LogToolbar } from './tools/log-toolbar.tsx'
import { rangeOfLines, spannedLines } from './tools/selected-lines.ts'
import { textOut } from './tools/use-text-out.ts'
import type { Reader } from './use-reader.ts'

export interface ReaderToolsProps {
  readonly reader: Reader
  readonly onEnd: () => void
  readonly onShortcuts: () => void
}

/** What is above the lines. */
export function ReaderTools({ reader, onEnd, onShortcuts }: ReaderToolsProps) {
  const { props, at, searching, choice, touch, out, preferences } = reader
  const { snapshot } = at
  const lineCount = snapshot?.lineCount ?? 0
  const hidden = snapshot?.hiddenLineCounts ?? { filter: 0, fold: 0 }
  const { chosen } = choice
  useKeptWidth(at.element, `${snapshot?.layout} ${at.rowPx}`)
  useDragSelection(at.element)
  useEffect(() => void textOut.load().catch(() => undefined), [])
  const what = reader.isWholeSelected ? 'whole' : 'selected'
  const selectedLineCount = (): number | null => {
    const range = what === 'whole' ? null : (reader.selected.range() ?? rangeOfLines(chosen))
    return range && spannedLines(range, lineCount)
  }
  const goToLines = (lines: LineSelection | null): void => {
    if (lines === null) return void out.setNotice({ kind: 'no-line-number' })
    const { first, last } = lines
    const isThere = first >= 1 && first <= lineCount
    out.setNotice(isThere ? null : { kind: 'no-such-line', lineNumber: first })
    if (!isThere) return
    choice.choose({ first, last: Math.min(last, lineCount) })
    void reader.goToLine(first)
    at.element?.focus({ preventScroll: true })
  }
  return (
    <>
      <LogToolbar
        snapshot={snapshot}
        notice={out.notice}
        growing={props.live || props.receiving === true}
        follow={props.follow}
        onFollowChange={props.live || props.follow ? props.onFollowChange : undefined}
        onGoToLines={goToLines}
        onTop={at.scroll.toStart}
        onEnd={onEnd}
        onCopy={(choice) => out.copy(choice, what)}
        onSave={out.save}
        onStop={out.stop}
        selectedLineCount={selectedLineCount}
        isFiltered={hidden.filter + hidden.fold > 0}
        canLink={props.lineHref !== undefined}
        errors={reader.errors}
        isSearchOpen={searching.isOpen}
        onSearch={searching.open}
        preferences={preferences}
        onPreferencesChange={reader.setPreferences}
        naiveTimeZone={props.naiveTimeZone}
        sectionCount={reader.meaning.state?.sectionCount ?? 0}
        onFoldAll={at.foldAll}
        onShortcuts={onShortcuts}
      />
      {searching.isOpen && (
        <SearchBar
          settings={searching.settings}
          onChange={searching.change}
          finding={reader.finding}
          lineCount={lineCount}
          focusRequest={searching.focusRequest}
          onEnterLines={() => at.element?.focus({ preventScroll: true })}
          onClose={() => {
            searching.close()
            at.element?.focus({ preventScroll: true })
          }}
        />
      )}
      {snapshot !== null && (
        <HiddenLines
          hidden={hidden}
          laidOutLineCount={snapshot.laidOutLineCount}
          lineCount={lineCount}
          onShowAll={() => {
            searching.showAll()
            at.foldAll(false)
          }}
        />
      )}
      {touch.isShown && chosen !== null && (
        <ChosenBar
          chosen={chosen}
          touch={touch}
          onCopy={() => out.copy('text')}
          onClear={() => choice.choose(null)}
        />
      )}
      {preferences.announcements && (
        <LogAnnouncer lineCount={lineCount} complete={snapshot?.complete === true} live={props.live} />
      )}
    </>
  )
}

export interface RulerProps {
  readonly reader: Reader
}

/** The whole log beside its scrollbar. */
export function Ruler({ reader: { at, finding, meaning, props } }: RulerProps) {
  const { view, snapshot, scroll } = at
  if (view === null || snapshot === null || snapshot.rowCount === 0) return <div className="log-ruler" />
  const goToRow = (rowIndex: number): void => {
    props.onFollowChange(false)
    scroll.dragTo(rowIndex)
  }
  return (
    <OverviewRuler
      view={view}
      rowCount={snapshot.rowCount}
      firstRowIndex={scroll.inView.firstRowIndex}
      lastRowIndex={scroll.inView.lastRowIndex}
      progress={(finding.state?.scannedLineCount ?? 0) + (meaning.state?.scannedLineCount ?? 0)}
      onGo={goToRow}
      onWheel={scroll.byPx}
    />
  )
}
