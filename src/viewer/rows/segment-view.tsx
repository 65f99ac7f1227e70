import { memo, use } from 'react'
import { useMessages } from '#i18n'
import type { LineRow, RowSegment } from '#log'
import { matchStyle, segmentStyle } from '../look/segment-style.ts'
import { OwnLinks } from './own-links.ts'

interface SegmentsProps {
  readonly row: LineRow
  /** Offset of the match gone to last, when it is in this row. */
  readonly currentMatch: number | null
}

/** The text of a row: one node per segment, in order (`row-places.ts` relies on it). Never markup of the log's. */
export const Segments = memo(function Segments({ row, currentMatch }: SegmentsProps) {
  // Segments of one row have no identity of their own, and they never move: their place is their key.
  return row.segments.map((segment, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <SegmentView key={index} segment={segment} currentMatch={currentMatch} />
  ))
})

interface SegmentViewProps {
  readonly segment: RowSegment
  readonly currentMatch: number | null
}

function SegmentView({ segment, currentMatch }: SegmentViewProps) {
  const { reader, readerRows } = useMessages()
  const ownLink = use(OwnLinks)
  const { style, isWide, matchOffset } = segment
  const isMatch = matchOffset !== null
  const isCurrent = isMatch && matchOffset === currentMatch
  const css = isMatch ? matchStyle(style) : segmentStyle(style)
  const width = isWide ? { ...css, width: `${segment.cells}ch` } : css
  const name = classNames({
    'log-wide': isWide,
    'log-match': isMatch,
    current: isCurrent,
    'log-mark': segment.kind === 'mark',
    'log-named-link': segment.kind === 'link' && segment.isNamed,
  })
  const ref = isCurrent ? bringSideways : null
  switch (segment.kind) {
    case 'mark':
      return (
        <span ref={ref} className={name} style={width} title={reader.hiddenCharacter(segment.label)}>
          {segment.label}
        </span>
      )
    case 'link': {
      const href = ownLink(segment.href) ?? segment.href
      return (
        <a
          ref={ref}
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          className={name}
          style={width}
          {...((segment.isNamed || href !== segment.href) && {
            title: readerRows.linkTarget(href),
            'data-target': href,
          })}
        >
          {segment.text}
        </a>
      )
    }
    case 'text':
      if (name === undefined && width === undefined) return segment.text
      return (
        <span ref={ref} className={name} style={width}>
          {segment.text}
        </span>
      )
  }
}

/** A match gone to may be far to the right in a line that is not wrapped. Only sideways: rows are gone to elsewhere. */
function bringSideways(match: HTMLElement | null): void {
  const scroller = match?.closest('.log-scroller')
  if (match === null || scroller === null || scroller === undefined) return
  const { left, right } = match.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  // The line number stays in view and lies above what is scrolled under it.
  const gutterPx = match.closest('.log-line')?.querySelector('.log-number')?.clientWidth ?? 0
  if (left >= view.left + gutterPx && right <= view.left + scroller.clientWidth) return
  const place = scroller.scrollLeft + left - view.left
  const isOnFirstScreen = place + right - left < scroller.clientWidth
  scroller.scrollLeft = isOnFirstScreen ? 0 : place - scroller.clientWidth / 2
}

function classNames(names: Readonly<Record<string, boolean>>): string | undefined {
  const given = Object.keys(names).filter((name) => names[name])
  return given.length === 0 ? undefined : given.join(' ')
}
