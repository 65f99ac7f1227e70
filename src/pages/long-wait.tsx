import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type AwaitedWords, useAwaitedMessages, useFormat, useMessages } from '#i18n'
import { EmptyState, isFocusFree, ToneIcon } from '#ui'
import { useElapsedMs } from './use-elapsed.ts'
import type { Wait } from './wait.ts'

/** Told once it is clear that this is no matter of a moment. */
const limitAfterMs = 5_000

interface LongWaitProps {
  readonly wait: Wait
  /** Not given above what had come when the reader ended the wait. */
  readonly what?: (words: AwaitedWords) => string
  /** When it was asked for, by `performance.now()`. */
  readonly beganAt?: number
}

/** Everything there is to say of a wait that takes long or was ended: fetched when there is one. */
export function LongWait({ wait, what, beganAt = 0 }: LongWaitProps) {
  if (what === undefined) return <StoppedRest wait={wait} />
  if (wait.isStopped) return <StoppedWait wait={wait} what={what} />
  return <Underway wait={wait} what={what} beganAt={beganAt} />
}

/** What is loaded, for how long, and a button that ends it. */
function Underway({ wait, what, beganAt }: Required<LongWaitProps>) {
  const words = useAwaitedMessages()
  const elapsedMs = useElapsedMs(beganAt)
  return (
    <div>
      <WaitLine wait={wait} sentence={what(words.what)} elapsedMs={elapsedMs} />
      {elapsedMs < limitAfterMs ? null : <Small>{words.limit}</Small>}
    </div>
  )
}

interface WaitLineProps {
  readonly wait: Wait
  readonly sentence: string
  readonly elapsedMs: number
}

/** The sentence is announced once; the time beside it is not, or it would be every second. */
export function WaitLine({ wait, sentence, elapsedMs }: WaitLineProps) {
  const { common } = useMessages()
  const { duration } = useFormat()
  const client = useQueryClient()
  const [isSaid, setSaid] = useState(false)
  useEffect(() => setSaid(true), [])
  return (
    <Line>
      {/* A live region tells what comes into it, not what it came with. */}
      <span role="status">{isSaid ? sentence : null}</span>
      <Elapsed role="timer">{duration(elapsedMs)}</Elapsed>
      <Button size="small" onClick={() => wait.stop(client)}>
        {common.cancel}
      </Button>
    </Line>
  )
}

/** Instead of what was not waited for, and how to go on. */
function StoppedWait({ wait, what }: Omit<Required<LongWaitProps>, 'beganAt'>) {
  const words = useAwaitedMessages()
  const again = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: the keys go on from the one in its place.
  useEffect(() => {
    if (isFocusFree()) again.current?.focus({ preventScroll: true })
  }, [])
  return (
    <EmptyState
      title={words.stoppedTitle}
      meaning={`${what(words.what)} ${words.stoppedMeaning}`}
      actions={
        <Button ref={again} variant="outlined" onClick={wait.again}>
          {words.again}
        </Button>
      }
    />
  )
}

/** How much of it came nobody knows. */
function StoppedRest({ wait }: Pick<LongWaitProps, 'wait'>) {
  const words = useAwaitedMessages()
  return (
    <Line>
      <ToneIcon tone="odd" />
      <span role="status">{words.stoppedRest}</span>
      <Button size="small" onClick={wait.again}>
        {words.loadRest}
      </Button>
    </Line>
  )
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 10px',
  minHeight: 32,
  lineHeight: 1.4,
})

const Small = styled('small')({ display: 'block', lineHeight: 1.4 })

const Elapsed = styled('span')({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' })
