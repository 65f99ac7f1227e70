import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { usePastedMessages } from '#i18n'
import { type HostList, readHostListInPieces } from '../host-list.ts'
import { HostNotes } from '../host-notes.tsx'
import { useInSlices } from './use-in-slices.ts'

interface HostListFormProps {
  readonly initialText: string
  readonly onSubmit: (text: string) => void
}

/** Asks which hosts to show, in any shape, and says what it understood before anything is asked for. */
export function HostListForm({ initialText, onSubmit }: HostListFormProps) {
  const pasted = usePastedMessages()
  const [text, setText] = useState(initialText)
  const { value, current } = useInSlices(useMemo(() => () => readHostListInPieces(text), [text]))
  const read = value ?? nothingRead
  const isReady = current && read.keys.length > 0
  const id = useId()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) onSubmit(text)
  }
  return (
    <Form onSubmit={handleSubmit}>
      <h2>{pasted.title}</h2>
      <p id={`${id}-meaning`}>{pasted.meaning}</p>
      <label htmlFor={id}>{pasted.label}</label>
      <textarea
        id={id}
        rows={5}
        value={text}
        placeholder={pasted.example}
        spellCheck={false}
        aria-describedby={`${id}-meaning ${id}-read`}
        onChange={(event) => setText(event.target.value)}
      />
      <div id={`${id}-read`} role="status">
        {text.trim() === '' ? null : <p>{pasted.understood(read.keys.length)}</p>}
        <HostNotes list={read} />
      </div>
      <Button type="submit" variant="contained" disabled={!isReady}>
        {pasted.show}
      </Button>
    </Form>
  )
}

const nothingRead: HostList = { keys: [], notUnderstood: [], cut: false, notes: [] }

const Form = styled('form')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: 6,
    maxWidth: 640,
    '& > h2': { ...theme.typography.h2, margin: 0 },
    '& p': { margin: 0 },
    '& > p': { color: palette.text.secondary },
    '& > textarea': {
      font: 'inherit',
      width: '100%',
      boxSizing: 'border-box',
      padding: 8,
      color: palette.text.primary,
      backgroundColor: palette.background.paper,
      border: `1px solid ${palette.divider}`,
      borderRadius: 6,
      resize: 'vertical',
    },
    '& > textarea::placeholder': { color: palette.text.secondary, opacity: 1 },
  }
})
