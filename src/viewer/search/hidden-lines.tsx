import { useFormat, useReaderToolsMessages } from '#i18n'

export interface HiddenLinesProps {
  /** Lines not shown, by reason (`ViewSnapshot.hiddenLineCounts`). */
  readonly hidden: { readonly filter: number; readonly fold: number }
  /** Lines looked at so far, and lines there are. */
  readonly laidOutLineCount: number
  readonly lineCount: number
  readonly onShowAll: () => void
}

/** No line is ever silently gone: how many are hidden, why, and the way to have them back. */
export function HiddenLines({ hidden, laidOutLineCount, lineCount, onShowAll }: HiddenLinesProps) {
  const { filter } = useReaderToolsMessages()
  const format = useFormat()
  if (hidden.filter + hidden.fold === 0) return null
  const share = Math.floor((100 * laidOutLineCount) / Math.max(1, lineCount)) / 100
  return (
    <div className="log-hidden">
      <span>{filter.hidden(hidden.filter, hidden.fold)}</span>
      {laidOutLineCount < lineCount && <span>{filter.lookedAt(format.percent(share))}</span>}
      <button type="button" className="log-text-button" onClick={onShowAll}>
        {filter.showAll}
      </button>
    </div>
  )
}
