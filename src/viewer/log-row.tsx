import { type MouseEvent, memo, useMemo } from 'react'
import type { RowComponentProps } from 'react-window'
import { useFormat, useMessages } from '#i18n'
import {
  decorateLine,
  type LogLine,
  type LogSlice,
  type LogSnapshot,
  type LogStore,
  type Segment,
} from '#log'
import type { LineSelection } from './line-selection.ts'
import { segmentStyle } from './log-colors.ts'
import { sliceBytes } from './use-line-slices.ts'

/** All a row needs. Rows repaint when this object is another one, so it is made anew exactly when one should. */
export interface RowView {
  readonly store: LogStore
  readonly documentId: string
  readonly rowOffset: number
  readonly snapshot: LogSnapshot | null
  /** Another number when lines have come that were missing. */
  readonly version: number
  readonly selection: LineSelection | null
  readonly isWholeSelected: boolean
  readonly slices: ReadonlyMap<number, readonly LogSlice[]>
  readonly lineHref: ((lineNumber: number) => string) | undefined
  readonly onPick: (lineNumber: number, extend: boolean) => void
  readonly onMore: (lineIndex: number, line: LogLine) => void
}

/** One line: its number, its text, and for a very long line a way to the rest of it. */
export function LogRow({ index, style, ariaAttributes, view }: RowComponentProps<{ view: RowView }>) {
  const lineIndex = view.rowOffset + index
  const line = view.store.peek(view.documentId, lineIndex)
  const { selection } = view
  const isSelected = selection !== null && lineIndex + 1 >= selection.first && lineIndex < selection.last
  const name = ['log-line', isSelected && 'selected', view.isWholeSelected && 'in-whole'].filter(Boolean)
  // The list counts its own rows; people and assistive technology count lines.
  const aria = {
    ...ariaAttributes,
    'aria-posinset': lineIndex + 1,
    'aria-setsize': view.snapshot?.lineCount ?? -1,
  }
  return (
    <div
      {...aria}
      aria-current={isSelected ? 'true' : undefined}
      className={name.join(' ')}
      style={{ ...style, width: undefined }}
    >
      <LineNumber lineNumber={lineIndex + 1} href={view.lineHref} onPick={view.onPick} />
      {line === undefined ? null : (
        <LineText
          line={line}
          slices={view.slices.get(lineIndex)}
          lineIndex={lineIndex}
          onMore={view.onMore}
        />
      )}
    </div>
  )
}

interface LineNumberProps {
  readonly lineNumber: number
  readonly href: RowView['lineHref']
  readonly onPick: RowView['onPick']
}

const LineNumber = memo(function LineNumber({ lineNumber, href, onPick }: LineNumberProps) {
  const label = useMessages().reader.lineNumber(lineNumber)
  const pick = (event: MouseEvent): void => {
    // A click with these keys asks the browser for a new tab.
    if (event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onPick(lineNumber, event.shiftKey)
  }
  // Thousands of tab stops help nobody: lines are reached with the arrow keys and the line field.
  const common = { className: 'log-number', tabIndex: -1, 'aria-label': label, onClick: pick }
  return href === undefined ? (
    <button type="button" {...common}>
      {lineNumber}
    </button>
  ) : (
    <a href={href(lineNumber)} {...common}>
      {lineNumber}
    </a>
  )
})

interface LineTextProps {
  readonly line: LogLine
  readonly slices: readonly LogSlice[] | undefined
  readonly lineIndex: number
  readonly onMore: RowView['onMore']
}

const noSlices: readonly LogSlice[] = []

const LineText = memo(function LineText({ line, slices = noSlices, lineIndex, onMore }: LineTextProps) {
  const shownBytes = slices.at(-1)?.byteEnd ?? line.shownBytes
  const restBytes = line.byteLength - shownBytes
  return (
    <>
      <span className="log-text">
        <Segments text={line.text} />
        {slices.map((slice) => (
          <Segments key={slice.byteStart} text={slice.text} />
        ))}
      </span>
      {restBytes > 0 && <RestButton restBytes={restBytes} onClick={() => onMore(lineIndex, line)} />}
    </>
  )
})

function RestButton({ restBytes, onClick }: { readonly restBytes: number; readonly onClick: () => void }) {
  const { reader } = useMessages()
  const format = useFormat()
  const next = format.bytes(Math.min(restBytes, sliceBytes))
  return (
    <button type="button" className="log-rest" onClick={onClick}>
      {reader.restOfLine(format.bytes(restBytes), next)}
    </button>
  )
}

const Segments = memo(function Segments({ text }: { readonly text: string }) {
  const segments = useMemo(() => decorateLine(text), [text])
  // Pieces of one line have no identity of their own, and they never move: their place is their key.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return segments.map((segment, index) => <SegmentView key={index} segment={segment} />)
})

function SegmentView({ segment }: { readonly segment: Segment }) {
  const { reader } = useMessages()
  const style = segmentStyle(segment.style)
  switch (segment.kind) {
    case 'mark':
      return (
        <span className="log-mark" title={reader.hiddenCharacter(segment.label)}>
          {segment.label}
        </span>
      )
    case 'link':
      return (
        <a href={segment.href} target="_blank" rel="noopener noreferrer" style={style}>
          {segment.text}
        </a>
      )
    case 'text':
      return style === undefined ? segment.text : <span style={style}>{segment.text}</span>
  }
}
