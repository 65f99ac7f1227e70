import { type FormEvent, useState } from 'react'
import { useReaderToolsMessages } from '#i18n'

/** Takes a line number; with or without the commas of a thousand. */
export function LineField({ onGoToLine }: { readonly onGoToLine: (lineNumber: number) => void }) {
  const words = useReaderToolsMessages()
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const digits = text.replaceAll(/[\s,]/g, '')
    if (/^\d+$/.test(digits)) onGoToLine(Number(digits))
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
        maxLength={12}
      />
    </form>
  )
}
