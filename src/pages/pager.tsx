import { styled } from '@mui/material/styles'
import { useMessages } from '#i18n'
import { AppLink } from '#ui'

export interface PagerProps {
  /** Accessible name, since a page may have more than one way to leaf through something. */
  readonly label: string
  /** What is on this page and of how many, in words. */
  readonly text: string
  /** Address of the neighbouring pages; `null` when there is none. */
  readonly previous: string | null
  readonly next: string | null
}

/** Leafing through a list by real links, so that a page can be opened in a new tab or bookmarked. */
export function Pager({ label, text, previous, next }: PagerProps) {
  const { common } = useMessages()
  return (
    <Bar aria-label={label}>
      <span>{text}</span>
      {previous === null ? null : (
        <AppLink to={previous} rel="prev">
          {common.previous}
        </AppLink>
      )}
      {next === null ? null : (
        <AppLink to={next} rel="next">
          {common.next}
        </AppLink>
      )}
    </Bar>
  )
}

const Bar = styled('nav')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 16px',
  color: (theme.vars ?? theme).palette.text.secondary,
  fontVariantNumeric: 'tabular-nums',
}))
