import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useEffect } from 'react'
import { useEmbedMessages, useMessages } from '#i18n'
import { useOutsideHref } from '../use-outside-href.ts'
import { useFocusBack } from './use-focus-back.ts'

export interface SaveNoticeProps {
  readonly name: string
  readonly file: Blob
  /** The parent has said that the frame may not download; otherwise nobody knows, and the browser has been asked. */
  readonly refused: boolean
  readonly onClose: () => void
  /** `null` where the file is too big to be shown. */
  readonly onShowText: (() => void) | null
}

/** Says what became of a download, which browsers do not: a sandboxed frame is refused without a word. */
export function SaveNotice({ name, refused, onClose, onShowText }: SaveNoticeProps) {
  const { save } = useEmbedMessages()
  const { common } = useMessages()
  const outside = useOutsideHref()
  useFocusBack()
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      // What lies above it goes first.
      if (event.key === 'Escape' && document.querySelector(':popover-open, dialog[open]') === null) onClose()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [onClose])
  return (
    <Notice aria-label={save.title}>
      <p role="status">{refused ? save.refused(name) : save.unsure(name)}</p>
      <div>
        <Button size="small" variant="outlined" href={outside} target="_blank" rel="noreferrer">
          {save.open}
        </Button>
        {onShowText === null ? null : (
          <Button size="small" variant="outlined" onClick={onShowText}>
            {save.showText}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </Notice>
  )
}

const Notice = styled('section')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    // Above the page, which makes room for it: in a small frame it would lie over what is read.
    position: 'sticky',
    zIndex: theme.zIndex.snackbar,
    top: 0,
    margin: 8,
    padding: 12,
    borderRadius: 8,
    border: `1px solid ${palette.divider}`,
    color: palette.text.primary,
    backgroundColor: palette.background.paper,
    boxShadow: '0 4px 16px rgb(0 0 0 / 25%)',
    '& p': { margin: '0 0 8px' },
    '& div': { display: 'flex', flexWrap: 'wrap', gap: 8 },
  }
})
