import { type MouseEvent, memo, useMemo } from 'react'
import { useFormat, useMessages } from '#i18n'
import { decorateLine, type LogLine, type LogSlice, type Segment } from '#log'
import { segmentStyle } from './look/segment-style.ts'
import { sliceBytes } from './use-line-slices.ts'

interface LogRowProps {
  readonly topPx: number
  readonly lineIndex: number
  /** Lines of the whole log, -1 when that is not known. */
  readonly setSize: number
  /** Undefined while the line is on its way. */
  readonly line: LogLine | undefined
  readonly isSelected: boolean
  readonly isInWhole: boolean
  readonly slices: readonly LogSlice[] | undefined
  /** Address of the line, when it has one. */
  readonly href: string | undefined
  readonly onPick: (lineNumber: number, extend: boolean) => void
  readonly onMore: (lineIndex: number, line: LogLine) => void
}

/** One line: its number, its text, and for a very long line a way to the rest of it. */
export const LogRow = memo(function LogRow({ lineIndex, line, isSelected, ...props }: LogRowProps) {
  const name = `log-line${isSelected ? ' selected' : ''}${props.isInWhole ? ' in-whole' : ''}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    <div
      role="listitem"
      aria-posinset={lineIndex + 1}
      aria-setsize={props.setSize}
      aria-current={isSelected ? 'true' : undefined}
      className={name}
      style={{ transform: `translateY(${props.topPx}px)` }}
    >
      <LineNumber lineNumber={lineIndex + 1} href={props.href} onPick={props.onPick} />
      {line === undefined ? null : (
        <LineText line={line} slices={props.slices} lineIndex={lineIndex} onMore={props.onMore} />
      )}
    </div>
  )
})

interface LineNumberProps {
  readonly lineNumber: number
  readonly href: LogRowProps['href']
  readonly onPick: LogRowProps['onPick']
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
    <a href={href} {...common}>
      {lineNumber}
    </a>
  )
})

interface LineTextProps {
  readonly line: LogLine
  readonly slices: readonly LogSlice[] | undefined
  readonly lineIndex: number
  readonly onMore: LogRowProps['onMore']
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
