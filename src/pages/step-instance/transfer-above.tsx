import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { HeldRoom } from '../held-room.tsx'

interface TransferAboveProps {
  /** It is watched. */
  readonly isLive: boolean
  /** All of it is there: what comes now is news. */
  readonly isWhole: boolean
  /** What there is to say of the answers as a whole. */
  readonly notes: ReactNode
  /** Why transfers failed. */
  readonly children: ReactNode
}

/** Room of the first reason, in which it can come while one watches. */
const firstReasonPx = 44

/** What stands above the table and comes as it comes: while the step runs it moves nothing. */
export function TransferAbove({ isLive, isWhole, notes, children }: TransferAboveProps) {
  if (!isLive)
    return (
      <>
        {notes}
        {children}
      </>
    )
  return (
    <HeldRoom held={isWhole} sparePx={firstReasonPx}>
      <Stack>
        {children}
        {/* They come and go, reasons stay. */}
        {notes}
      </Stack>
    </HeldRoom>
  )
}

const Stack = styled('div')({ display: 'flex', flexDirection: 'column', gap: 8, minWidth: 0 })
