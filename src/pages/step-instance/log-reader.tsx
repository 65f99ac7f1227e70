import { styled } from '@mui/material/styles'
import { useMemo, useState } from 'react'
import { useLogStore } from '#api'
import { type LineSelection, LogViewer } from '#viewer'
import { readLineRange, writeLineRange } from './url.ts'

interface LogReaderProps {
  readonly documentId: string
  /** Accessible name; contains the host. */
  readonly label: string
  readonly line: LineSelection | null
  readonly onLineChange: (line: LineSelection | null) => void
  /** More text may come. */
  readonly live: boolean
  /** A stream that may bring more of it is under way. */
  readonly receiving: boolean
  readonly downloadName: string
  readonly lineHref?: (lineNumber: number) => string
}

/** The viewer on one text, filling what room there is. It follows a live log unless a line was linked to. */
export function LogReader({ line, onLineChange, live, ...rest }: LogReaderProps) {
  const store = useLogStore()
  const [follow, setFollow] = useState(live && line === null)
  // The address is read anew whenever anything in it changes; the viewer scrolls when the selection does.
  const lineText = writeLineRange(line)
  const selection = useMemo(() => readLineRange(lineText), [lineText])
  return (
    <Room>
      <LogViewer
        store={store()}
        selection={selection}
        onSelectionChange={onLineChange}
        follow={follow}
        onFollowChange={setFollow}
        live={live}
        {...rest}
      />
    </Room>
  )
}

/** Gives the viewer a height of its own: the panes around it have none that percentages could refer to. */
const Room = styled('div')({
  position: 'relative',
  flex: '1 1 0',
  minHeight: 240,
  '& > *': { position: 'absolute', inset: 0 },
})
