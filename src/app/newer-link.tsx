import Button from '@mui/material/Button'
import { useElsewhereMessages, useFormat, useMessages } from '#i18n'
import { EdgeLine } from './edge-line.tsx'

export interface NewerLinkProps {
  /** Of links (docs/links.md), the one that was asked for. */
  readonly version: number
  readonly onClose: () => void
}

/** Says that the link is of a version that is not known here: what was not understood nobody can name. */
export function NewerLink({ version, onClose }: NewerLinkProps) {
  const words = useElsewhereMessages()
  const { common } = useMessages()
  const { number } = useFormat()
  return (
    <EdgeLine role="status">
      <span>{words.newerLink(number(version))}</span>
      <Button variant="outlined" size="small" color="inherit" onClick={onClose}>
        {common.close}
      </Button>
    </EdgeLine>
  )
}
