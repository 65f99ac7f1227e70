import type { KeyboardEvent } from 'react'
import { useFormat, useMessages, useReaderToolsMessages, useTimeZone } from '#i18n'
import type { LineSelection } from '../rows/line-selection.ts'
import { isFindKey } from '../search/find-key.ts'
import type { CopyChoice, SaveChoice } from './copy-choice.ts'
import { LineField } from './line-field.tsx'
import { type LogFacts, type LogNotice, useNoticeWords } from './log-notice.ts'
import type { LogPreferences } from './log-preferences.ts'
import { ToolButton } from './tool-button.tsx'
import { ErrorTools, TextMenus, ViewMenu } from './tool-groups.tsx'
import type { Errors } from './use-errors.ts'
import type { ChangePreferences } from './use-log-preferences.ts'

/** All that the toolbar shows and asks for. Groups that are not given are not shown. */
export interface LogToolbarProps {
  readonly snapshot: LogFacts | null
  readonly notice: LogNotice | null
  /** More of the text is on its way, or may come. */
  readonly growing: boolean
  readonly follow: boolean
  /** Undefined when there is nothing to follow. */
  readonly onFollowChange: ((follow: boolean) => void) | undefined
  /** Null for a text that names no line. */
  readonly onGoToLines: (lines: LineSelection | null) => void
  readonly onTop: () => void
  readonly onEnd: () => void
  readonly onCopy: (choice: CopyChoice) => void
  readonly onSave: (choice: SaveChoice) => void
  /** Gives up what is being copied or saved. */
  readonly onStop: () => void
  /** Counts the lines selected to be copied; null for none: then all that are shown are copied. */
  readonly selectedLineCount: () => number | null
  /** Not all lines are shown. */
  readonly isFiltered: boolean
  /** Lines have addresses. */
  readonly canLink: boolean
  readonly errors: Errors
  readonly isSearchOpen: boolean
  readonly onSearch: () => void
  readonly preferences: LogPreferences
  readonly onPreferencesChange: ChangePreferences
  /** Zone of time stamps that name none. */
  readonly naiveTimeZone?: string | undefined
  readonly sectionCount: number
  readonly onFoldAll: (isFolded: boolean) => void
  readonly onShortcuts: () => void
}

/**
 * Totals, notices and tools above the lines. Plain elements under one style sheet: with styled components the
 * toolbar alone took longer than the first lines of the log.
 */
export function LogToolbar(props: LogToolbarProps) {
  const words = useReaderToolsMessages()
  const { snapshot, follow, onFollowChange, preferences } = props
  const size = useFormat().bytes(snapshot?.byteLength)
  const isEmpty = snapshot === null || snapshot.byteLength === 0
  const toggleWrap = (): void => props.onPreferencesChange(({ wrap }) => ({ wrap: !wrap }))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isFindKey(event)) return
    event.preventDefault()
    props.onSearch()
  }
  return (
    <div role="toolbar" aria-label={words.toolbar} className="log-toolbar" onKeyDown={onKeyDown}>
      {snapshot !== null && <span className="log-totals">{words.totals(snapshot.lineCount, size)}</span>}
      {preferences.time === 'clock' && <Zone />}
      <Notice {...props} />
      {onFollowChange !== undefined && (
        <label className="log-follow">
          <input
            type="checkbox"
            checked={follow}
            onChange={(event) => onFollowChange(event.target.checked)}
          />
          {words.follow}
        </label>
      )}
      <div className="log-tools">
        <ToolButton
          name={words.search.open}
          icon="search"
          isPressed={props.isSearchOpen}
          keys="Control+F Meta+F"
          onClick={props.onSearch}
        />
        <ErrorTools errors={props.errors} />
        <ToolButton name={words.view.wrap} icon="wrap" isPressed={preferences.wrap} onClick={toggleWrap} />
        <ViewMenu {...props} />
        <TextMenus {...props} isEmpty={isEmpty} />
        <LineField onGoToLines={props.onGoToLines} />
        <ToolButton name={words.toTop} icon="top" isDisabled={isEmpty} onClick={props.onTop} />
        <ToolButton name={words.toEnd} icon="end" isDisabled={isEmpty} onClick={props.onEnd} />
        <ToolButton name={words.keys.open} icon="help" onClick={props.onShortcuts} />
      </div>
    </div>
  )
}

/** Which zone the time column is in: a time of day alone says nothing at three in the morning. */
function Zone() {
  const { zone } = useReaderToolsMessages()
  const [timeZone] = useTimeZone()
  return <span className="log-totals log-zone">{zone.shown(timeZone)}</span>
}

/** The last news; what was masked can be had as it is. */
function Notice(props: LogToolbarProps) {
  const { copy } = useReaderToolsMessages()
  const { common } = useMessages()
  const { notice, onCopy, onSave } = props
  const words = useNoticeWords(props)
  const maskedCount = notice?.kind === 'copied' || notice?.kind === 'saved' ? notice.maskedCount : 0
  return (
    <span className="log-notice">
      <span role="status">{words}</span>
      {(notice?.kind === 'copying' || notice?.kind === 'saving') && (
        <>
          {notice.share !== null && <progress value={notice.share} aria-label={words} />}
          <button type="button" className="log-text-button" onClick={props.onStop}>
            {common.cancel}
          </button>
        </>
      )}
      {maskedCount > 0 && (
        <button
          type="button"
          className="log-text-button"
          onClick={() => (notice?.kind === 'saved' ? onSave('raw') : onCopy('raw'))}
        >
          {notice?.kind === 'saved' ? copy.saveChoices.raw : copy.choices.raw}
        </button>
      )}
    </span>
  )
}
