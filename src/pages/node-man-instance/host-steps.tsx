import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { useMessages } from '#i18n'
import { AppLink } from '#ui'
import type { ListedHost, Neighbours } from './host-roster.ts'

interface HostStepsProps extends Pick<Neighbours, 'previous' | 'next'> {
  readonly hrefOf: (host: ListedHost) => string
  /** Between the two: which of how many this is. */
  readonly children: ReactNode
}

/** The hosts before and after the open one, as real links; each has its place where there is none. */
export function HostSteps({ previous, next, hrefOf, children }: HostStepsProps) {
  const { list } = useMessages().nodeMan
  return (
    <Row>
      <Step host={previous} rel="prev" label={list.previous} {...{ hrefOf }}>
        ‹
      </Step>
      <Middle>{children}</Middle>
      <Step host={next} rel="next" label={list.next} {...{ hrefOf }}>
        ›
      </Step>
    </Row>
  )
}

interface StepProps extends Pick<HostStepsProps, 'hrefOf'> {
  readonly host: ListedHost | null
  readonly rel: 'prev' | 'next'
  readonly label: (host: string) => string
  readonly children: string
}

function Step({ host, rel, label, hrefOf, children }: StepProps) {
  if (host === null) return <span aria-hidden="true" />
  const words = label(host.name)
  return (
    <AppLink to={hrefOf(host)} rel={rel} aria-label={words} title={words}>
      {children}
    </AppLink>
  )
}

const Row = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 1fr) 36px',
    alignItems: 'center',
    gap: 4,
    minHeight: 34,
    '& > a': {
      display: 'grid',
      placeItems: 'center',
      height: 32,
      fontSize: '1.25rem',
      lineHeight: 1,
      textDecoration: 'none',
      border: `1px solid ${palette.divider}`,
      borderRadius: 8,
      backgroundColor: palette.background.paper,
    },
    '& > a:hover': { backgroundColor: palette.action.hover },
  }
})

const Middle = styled('div')({
  minWidth: 0,
  '& > button': { width: '100%' },
  textAlign: 'center',
  overflowWrap: 'anywhere',
  fontVariantNumeric: 'tabular-nums',
})
