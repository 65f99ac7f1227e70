import { styled } from '@mui/material/styles'
import { useMessages } from '#i18n'
import { AppLink } from '#ui'

export interface PagerProps {
  /** Accessible name, since a page may have more than one way to leaf through something. */
  readonly label: string
  /** What is on this page and of how many, in words. */
  readonly text: string
  readonly pageNumber: number
  readonly hasNext: boolean
  readonly addressOf: (change: { readonly pageNumber: number }) => string
}

/** Leafing through a list by real links, so that a page can be opened in a new tab or bookmarked. */
export function Pager({ label, text, pageNumber, hasNext, addressOf }: PagerProps) {
  const { common } = useMessages()
  return (
    <Bar aria-label={label}>
      <span>{text}</span>
      {pageNumber <= 1 ? null : (
        <AppLink to={addressOf({ pageNumber: pageNumber - 1 })} rel="prev">
          {common.previous}
        </AppLink>
      )}
      {hasNext ? (
        <AppLink to={addressOf({ pageNumber: pageNumber + 1 })} rel="next">
          {common.next}
        </AppLink>
      ) : null}
    </Bar>
  )
}

/** A page of rows with its pager and notes; faint while the rows still belong to the filters before. */
export const PagedRows = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  minWidth: 0,
  '&[aria-busy="true"]': { opacity: 0.6 },
})

/** A sentence below the rows: how fresh they are, what limits them. */
export const RowsNote = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))

/** A pager and, beside it, how many rows it leafs by. */
export const PagerRow = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 16px',
})

const Bar = styled('nav')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 16px',
  color: (theme.vars ?? theme).palette.text.secondary,
  fontVariantNumeric: 'tabular-nums',
}))
