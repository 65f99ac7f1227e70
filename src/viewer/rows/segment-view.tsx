import { type CSSProperties, type ReactNode, type Ref, use } from 'react'
import { type Messages, useMessages } from '#i18n'
import type { RowSegment } from '#log'
import { AppLink } from '#ui'
import { matchStyle, segmentStyle } from '../look/segment-style.ts'
import { OwnLinks } from './own-links.ts'

/**
 * A piece of a row's text, one node each (`row-places.ts` relies on it). Never markup of the log's. No component: of a
 * log that grows hundreds are rendered a second, and what React keeps of each would be most of it.
 *
 * @param key its place in the row: segments have no identity of their own, and never move
 * @param currentMatch offset of the match gone to last, when it is in this row
 */
export function segmentView(
  segment: RowSegment,
  key: number,
  currentMatch: number | null,
  { reader }: Messages,
): ReactNode {
  const { style, isWide, matchOffset } = segment
  const isMatch = matchOffset !== null
  const isCurrent = isMatch && matchOffset === currentMatch
  const css = isMatch ? matchStyle(style) : segmentStyle(style)
  const width = isWide ? { ...css, width: `${segment.cells}ch` } : css
  const name = classNames({
    'log-wide': isWide && segment.kind !== 'rest',
    'log-rest': segment.kind === 'rest',
    'log-match': isMatch,
    current: isCurrent,
    'log-mark': segment.kind === 'mark',
    'log-named-link': segment.kind === 'link' && segment.isNamed,
  })
  const ref = isCurrent ? bringSideways : null
  switch (segment.kind) {
    case 'mark':
      return (
        <span
          key={key}
          ref={ref}
          className={name}
          style={width}
          title={reader.hiddenCharacter(segment.label)}
        >
          {segment.label}
        </span>
      )
    case 'link':
      return <LinkSegment key={key} link={segment} elementRef={ref} className={name} style={width} />
    case 'rest':
    case 'text':
      if (name === undefined && width === undefined) return segment.text
      return (
        <span key={key} ref={ref} className={name} style={width}>
          {segment.text}
        </span>
      )
  }
}

interface LinkSegmentProps {
  readonly link: Extract<RowSegment, { readonly kind: 'link' }>
  readonly elementRef: Ref<HTMLAnchorElement>
  readonly className: string | undefined
  readonly style: CSSProperties | undefined
}

function LinkSegment({ link, elementRef, className, style }: LinkSegmentProps) {
  const { readerRows } = useMessages()
  const ownPath = use(OwnLinks)(link.href)
  const target = ownPath ?? link.href
  const isElsewhere = link.isNamed || ownPath !== null
  const shared = {
    ref: elementRef,
    className,
    style,
    children: link.text,
    // Where it leads is not what stands there.
    ...(isElsewhere && { title: readerRows.linkTarget(target), 'data-target': target }),
  }
  if (ownPath !== null) return <AppLink to={ownPath} {...shared} />
  return <a href={link.href} target="_blank" rel="noopener noreferrer" {...shared} />
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

/** Nearly all have none: nothing is made for those. */
function classNames(names: Readonly<Record<string, boolean>>): string | undefined {
  let given: string | undefined
  for (const name in names) if (names[name]) given = given === undefined ? name : `${given} ${name}`
  return given
}
