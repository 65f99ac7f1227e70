import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from 'react'
import { useFindMessages } from '#i18n'
import { isFramed } from '#ui'
import { Field } from '../filter-fields.tsx'

export interface PasteBoxProps {
  readonly text: string
  readonly onChange: (text: string) => void
  /** Enter, or the button. */
  readonly onOpen: () => void
  /** The down key, where it can mean nothing else. */
  readonly onDown: () => void
  /** What Enter will do, in words. */
  readonly hint: ReactNode
}

/** Grows with a pasted list, up to this many lines. */
const mostRows = 6

/**
 * The one box: any link, any id, any list of hosts. Of several lines, since a field of one would glue the lines of a
 * pasted list together.
 */
export function PasteBox({ text, onChange, onOpen, onDown, hint }: PasteBoxProps) {
  const find = useFindMessages()
  const id = useId()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    onOpen()
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      onOpen()
    }
    const { value, selectionEnd } = event.currentTarget
    if (event.key !== 'ArrowDown' || value.slice(selectionEnd).includes('\n')) return
    event.preventDefault()
    onDown()
  }
  return (
    <Box onSubmit={handleSubmit}>
      <label htmlFor={id}>{find.pasteLabel}</label>
      <Row>
        <textarea
          id={id}
          // biome-ignore lint/a11y/noAutofocus: this page exists for this box; never in a frame, whose parent has the focus
          autoFocus={!isFramed()}
          rows={Math.min(mostRows, text.slice(0, 10_000).split('\n').length)}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={handleKeyDown}
          aria-describedby={`${id}-hint`}
        />
        <Button type="submit" variant="contained" size="medium">
          {find.open}
        </Button>
      </Row>
      <small id={`${id}-hint`}>{hint}</small>
    </Box>
  )
}

const Box = styled(Field)(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    '& textarea': {
      flex: '1 1 0',
      minWidth: 0,
      boxSizing: 'border-box',
      minHeight: 40,
      padding: '8px 10px',
      font: 'inherit',
      fontSize: '1rem',
      lineHeight: 1.4,
      color: palette.text.primary,
      backgroundColor: palette.background.paper,
      border: '1px solid',
      borderColor: `color-mix(in srgb, ${palette.text.secondary} 75%, transparent)`,
      borderRadius: 6,
      resize: 'none',
      // Lines that are wrapped count, too, where the browser can tell.
      fieldSizing: 'content',
      maxHeight: 160,
      overflowWrap: 'anywhere',
    },
    '& small': { color: palette.text.secondary },
  }
})

const Row = styled('div')({ display: 'flex', gap: 8, alignItems: 'flex-start', '& > button': { height: 40 } })
