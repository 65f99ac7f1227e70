import { type FormEvent, useState } from 'react'
import { useMessages } from '#i18n'

/** Takes a line number; with or without the commas of a thousand. */
export function LineField({ onGoToLine }: { readonly onGoToLine: (lineNumber: number) => void }) {
  const { reader } = useMessages()
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const lineNumber = Number.parseInt(text.replaceAll(/[\s,]/g, ''), 10)
    if (lineNumber >= 1) onGoToLine(lineNumber)
  }
  return (
    <form onSubmit={submit}>
      <input
        className="log-line-field"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={reader.goToLine}
        aria-label={reader.goToLine}
        inputMode="numeric"
        size={9}
        maxLength={12}
      />
    </form>
  )
}
