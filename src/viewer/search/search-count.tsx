import { useEffect, useRef, useState } from 'react'
import { useFormat, useReaderToolsMessages } from '#i18n'
import type { Finding } from './use-log-search.ts'

export interface SearchCountProps {
  readonly id: string
  readonly finding: Finding
  /** Lines of the log so far, of which the search has looked at some. */
  readonly lineCount: number
}

/** How the search stands, in words: "3 of 1,204". */
export function SearchCount({ id, finding, lineCount }: SearchCountProps) {
  const words = useSearchWords(finding, lineCount)
  const phase = finding.state?.phase
  const isProblem = phase === 'invalid' || phase === 'too-slow'
  return (
    <span id={id} className={isProblem ? 'log-search-count is-problem' : 'log-search-count'}>
      {words}
      <SpokenWords words={words} />
    </span>
  )
}

function useSearchWords({ state, current }: Finding, lineCount: number): string {
  const { search } = useReaderToolsMessages()
  const format = useFormat()
  if (state === null) return ''
  const { count, slowLineIndex, message } = state
  const turned = current?.hasWrapped === true ? current.direction : null
  switch (state.phase) {
    case 'invalid':
      return search.invalid(message ?? '')
    case 'too-slow':
      return search.tooSlow((slowLineIndex ?? 0) + 1, count)
    case 'scanning': {
      const share = format.percent(Math.floor((100 * state.scannedLineCount) / Math.max(1, lineCount)) / 100)
      return current === null
        ? search.scanning(share, count)
        : search.placeSoFar(current.number, count, share)
    }
    case 'done': {
      const cut = state.cutLineIndex === null ? '' : search.cut(state.cutLineIndex + 1)
      if (count === 0) return search.noMatches + cut
      return (current === null ? search.matches(count) : search.place(current.number, count, turned)) + cut
    }
  }
}

/** A screen reader needs its time to say a sentence, and a count that grows says nothing ten times a second. */
const sayEveryMs = 1500

/** Says the newest words, now and then. */
function SpokenWords({ words }: { readonly words: string }) {
  const [said, setSaid] = useState('')
  const saidAt = useRef(0)
  useEffect(() => {
    if (words === said) return
    const waitMs = Math.max(300, saidAt.current + sayEveryMs - performance.now())
    const timer = setTimeout(() => {
      saidAt.current = performance.now()
      setSaid(words)
    }, waitMs)
    return () => clearTimeout(timer)
  }, [words, said])
  return (
    <span role="status" className="log-for-ears">
      {said}
    </span>
  )
}
