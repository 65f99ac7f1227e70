import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type FormEvent, useId } from 'react'
import { useMessages } from '#i18n'
import { Field } from '../filter-fields.tsx'

export interface PasteBoxProps {
  readonly text: string
  readonly onChange: (text: string) => void
  /** Enter, or the button. */
  readonly onOpen: () => void
}

/** The one box: any link, any id. */
export function PasteBox({ text, onChange, onOpen }: PasteBoxProps) {
  const { find } = useMessages()
  const id = useId()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    onOpen()
  }
  return (
    <Box onSubmit={handleSubmit}>
      <label htmlFor={id}>{find.pasteLabel}</label>
      <Row>
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: this page exists for this box, and nothing stands before it but the frame
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => onChange(target.value)}
          aria-describedby={`${id}-hint`}
        />
        <Button type="submit" variant="contained" size="medium">
          {find.open}
        </Button>
      </Row>
      <small id={`${id}-hint`}>{find.pasteHint}</small>
    </Box>
  )
}

const Box = styled(Field)(({ theme }) => ({
  '& input': { flex: '1 1 0', minWidth: 0, height: 40, fontSize: '1rem' },
  '& small': { color: (theme.vars ?? theme).palette.text.secondary },
}))

const Row = styled('div')({ display: 'flex', gap: 8 })
