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

/** Says how many lines have come, now and then, to those who do not see them come. */
export function LogAnnouncer({ lineCount, live }: { readonly lineCount: number; readonly live: boolean }) {
  const { reader } = useMessages()
  const [words, setWords] = useState('')
  const latest = useRef(lineCount)
  useEffect(() => {
    latest.current = lineCount
  })
  useEffect(() => {
    if (!live) return
    let said = latest.current
    const timer = setInterval(() => {
      if (latest.current > said) setWords(reader.newLines(latest.current - said))
      said = latest.current
    }, announceEveryMs)
    return () => clearInterval(timer)
  }, [live, reader])
  return (
    <span role="status" style={hidden}>
      {words}
    </span>
  )
}
