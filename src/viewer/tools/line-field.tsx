import { type FormEvent, useState } from 'react'
import { useReaderToolsMessages } from '#i18n'
import type { LineSelection } from '../rows/line-selection.ts'
import { typedLines } from './typed-lines.ts'

interface LineFieldProps {
  /** Null for a text that names no line. */
  readonly onGoToLines: (lines: LineSelection | null) => void
}

/** Takes a line number, or the first and the last of several. */
export function LineField({ onGoToLines }: LineFieldProps) {
  const words = useReaderToolsMessages()
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '') onGoToLines(typedLines(text))
  }
  return (
    <form onSubmit={submit}>
      <input
        className="log-line-field"
        value={text}
        onChange={(event) => setText(event.target.value)}
        // The number asked for before is typed over, not added to.
        onFocus={(event) => event.currentTarget.select()}
        placeholder={words.goToLine}
        aria-label={words.goToLine}
        inputMode="numeric"
        size={9}
        maxLength={32}
      />
    </form>
  )
}
