import { useEffect, useRef, useState } from 'react'
import { useMessages } from '#i18n'

/** A screen reader needs seconds to say a sentence: more often than this would only be noise. */
const announceEveryMs = 5000

const hidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const

interface LogAnnouncerProps {
  readonly lineCount: number
  /** All that upstream has of the log by now is here. */
  readonly complete: boolean
  readonly live: boolean
}

/** Says how many lines have come, now and then, to those who do not see them come. */
export function LogAnnouncer({ lineCount, complete, live }: LogAnnouncerProps) {
  const { reader } = useMessages()
  const [words, setWords] = useState('')
  // What was there when the log was opened is not new.
  const [hasArrived, setArrived] = useState(complete)
  if (complete && !hasArrived) setArrived(true)
  const latest = useRef(lineCount)
  useEffect(() => {
    latest.current = lineCount
  })
  useEffect(() => {
    if (!live || !hasArrived) return
    let said = latest.current
    const timer = setInterval(() => {
      const words = reader.newLines(latest.current - said)
      // The same words again are only heard when they are other text.
      if (latest.current > said) setWords((before) => (before === words ? `${words}\u00a0` : words))
      said = latest.current
    }, announceEveryMs)
    return () => clearInterval(timer)
  }, [live, hasArrived, reader])
  return (
    <span role="status" style={hidden}>
      {words}
    </span>
  )
}
