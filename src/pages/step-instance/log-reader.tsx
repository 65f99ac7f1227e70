import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { useLogStore } from '#api'
import { type LineSelection, LogViewer, type PageShortcuts } from '#viewer'
import type { ReaderAddress } from '../reader-address.ts'
import { useReaderProps } from '../use-reader-props.ts'

interface LogReaderProps {
  readonly documentId: string
  /** Accessible name; contains the host. */
  readonly label: string
  /** What the page's address asks of the reader. */
  readonly asked: ReaderAddress
  readonly onAskedChange: (change: Partial<ReaderAddress>) => void
  /** More text may come. */
  readonly live: boolean
  /** A stream that may bring more of it is under way. */
  readonly receiving: boolean
  readonly downloadName: string
  readonly lineHref: (line: LineSelection) => string
  /** Keys of the page around it. */
  readonly pageShortcuts?: PageShortcuts
}

/** The viewer on one text, filling what room there is. It follows a live log unless a line was linked to. */
export function LogReader({ asked, onAskedChange, live, ...rest }: LogReaderProps) {
  const store = useLogStore()
  const [follow, setFollow] = useState(live && asked.line === null)
  return (
    <Room>
      <LogViewer
        store={store()}
        follow={follow}
        onFollowChange={setFollow}
        live={live}
        {...useReaderProps(asked, onAskedChange)}
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
