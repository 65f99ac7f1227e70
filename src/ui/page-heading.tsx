import { styled } from '@mui/material/styles'
import { Fragment, type ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { type Fact, Facts } from './facts.tsx'

export interface Breadcrumb {
  readonly label: string
  /** In-app address. */
  readonly to: string
}

export interface PageHeadingProps {
  readonly title: string
  /** Beside the title: usually a StatusChip. */
  readonly status?: ReactNode
  /** The way up, outermost first, without the page itself. */
  readonly breadcrumbs?: readonly Breadcrumb[]
  /** Accessible name of the way up; needed with `breadcrumbs`. */
  readonly breadcrumbsLabel?: string
  readonly facts?: readonly Fact[]
  readonly actions?: ReactNode
}

/** The one `<h1>` of a page, with the way up, the facts and what can be done. */
export function PageHeading({
  title,
  status,
  breadcrumbs = [],
  breadcrumbsLabel = 'Breadcrumbs',
  facts = [],
  actions,
}: PageHeadingProps) {
  return (
    <Block data-region="heading">
      {breadcrumbs.length === 0 ? null : (
        <Breadcrumbs aria-label={breadcrumbsLabel} data-region="breadcrumbs">
          {breadcrumbs.map(({ label, to }, level) => (
            <Fragment key={to}>
              {level === 0 ? null : <span aria-hidden="true"> / </span>}
              <AppLink to={to}>{label}</AppLink>
            </Fragment>
          ))}
        </Breadcrumbs>
      )}
      <TitleRow>
        <h1>{title}</h1>
        {status}
        {actions === undefined ? null : <Actions>{actions}</Actions>}
      </TitleRow>
      {facts.length === 0 ? null : <Facts facts={facts} />}
    </Block>
  )
}

const Block = styled('div')({ display: 'flex', flexDirection: 'column', gap: 6, minWidth: 0 })

/** On a phone it has one line, each name cut short: one that comes late must not push the page down. */
const Breadcrumbs = styled('nav')({
  '@media (max-width: 600px)': {
    display: 'flex',
    whiteSpace: 'pre',
    lineHeight: '24px',
    '& > a': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
    '& > span': { flexShrink: 0 },
  },
})

const TitleRow = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  '& h1': { ...theme.typography.h1, margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  // On a phone the facts below it matter more than its size.
  '@media (max-width: 600px)': { '& h1': { fontSize: '1.125rem' } },
}))

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  alignItems: 'center',
  marginInlineStart: 'auto',
})
