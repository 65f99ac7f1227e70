import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useEmbedMessages, useMessages } from '#i18n'
import { useOutsideHref } from '../use-outside-href.ts'

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
    position: 'fixed',
    zIndex: theme.zIndex.snackbar,
    insetInline: 12,
    bottom: 12,
    maxWidth: 560,
    marginInline: 'auto',
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
