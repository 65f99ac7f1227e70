import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useEffect, useId, useRef } from 'react'
import { useEmbedMessages, useMessages } from '#i18n'
import { useFocusBack } from './use-focus-back.ts'

export interface CopyDialogProps {
  readonly text: string
  /** Called once it is closed; the focus goes back to where it was. */
  readonly onClose: () => void
}

/** The text, selected, for the reader's own copy key: the one way to the clipboard no frame can be denied. */
export function CopyDialog({ text, onClose }: CopyDialogProps) {
  const { copy } = useEmbedMessages()
  const { common } = useMessages()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  // Before the dialog takes the focus.
  useFocusBack()
  useEffect(() => {
    dialog.current?.showModal()
    area.current?.select()
  }, [])
  return (
    <Dialog ref={dialog} aria-labelledby={`${id}-title`} aria-describedby={`${id}-meaning`} onClose={onClose}>
      <h2 id={`${id}-title`}>{copy.title}</h2>
      <p id={`${id}-meaning`}>{copy.meaning}</p>
      <textarea ref={area} readOnly value={text} aria-label={copy.text} rows={10} spellCheck={false} />
      <Button variant="contained" onClick={() => dialog.current?.close()}>
        {common.close}
      </Button>
    </Dialog>
  )
}

const Dialog = styled('dialog')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    width: 'min(640px, calc(100vw - 24px))',
    boxSizing: 'border-box',
    padding: 16,
    border: `1px solid ${palette.divider}`,
    borderRadius: 8,
    color: palette.text.primary,
    backgroundColor: palette.background.paper,
    '&::backdrop': { backgroundColor: 'rgb(0 0 0 / 45%)' },
    '& h2': { margin: 0, fontSize: '1.125rem' },
    '& p': { margin: '6px 0 10px' },
    '& textarea': {
      width: '100%',
      boxSizing: 'border-box',
      maxHeight: '50dvh',
      marginBottom: 10,
      font: '0.8125rem ui-monospace, monospace',
      color: 'inherit',
      backgroundColor: palette.background.default,
      border: `1px solid ${palette.text.secondary}`,
      borderRadius: 6,
    },
  }
})
