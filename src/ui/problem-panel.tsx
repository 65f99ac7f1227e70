import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'
import { toneColour } from './tone.ts'
import { ToneIcon } from './tone-icon.tsx'

/** One permission the reader lacks, as upstream names it. */
export interface MissingPermission {
  readonly action: string
  readonly resources: readonly string[]
}

/** The fixed words of the panel, in the reader's language (i18n area `problem`), with its colon where a value follows. */
export interface ProblemLabels {
  readonly requestId: string
  readonly noRequestId: string
  readonly code: string
  readonly upstreamMessage: string
  readonly missingPermissions: string
  /** An action stands before it. */
  readonly onResources: (resources: readonly string[]) => string
  readonly retry: string
  readonly copy: string
  readonly copied: string
}

export interface ProblemPanelProps {
  readonly title: string
  readonly meaning: string
  readonly nextStep?: string
  /** The words of the system asked, unchanged; plain text. */
  readonly upstreamMessage?: string | null
  /** The code of the system asked, such as "1244006". */
  readonly code?: string | null
  /** Always shown beside the words, so that nobody has to look for it when asking for help. */
  readonly requestId?: string | null
  readonly permissions?: readonly MissingPermission[]
  /** Ways out on other systems: sign in, apply for permission. http(s) only. */
  readonly links?: readonly {
    readonly label: string
    readonly href: string
    /** `_blank` where leaving would lose what is on screen. */
    readonly target?: '_blank'
  }[]
  /** Anything else beside "Try again". */
  readonly actions?: ReactNode
  readonly onRetry?: () => void
  /** `error` interrupts a screen reader (role alert), `warning` waits its turn (role status). */
  readonly severity?: 'error' | 'warning'
  /** One line for a narrow place, such as the head of a list that is partly loaded. */
  readonly compact?: boolean
  readonly labels: ProblemLabels
}

/** A failure in words: what happened, what it means, what to do, and the id to quote. */
export function ProblemPanel(props: ProblemPanelProps) {
  const { title, meaning, nextStep, permissions = [], labels } = props
  const { severity = 'error', compact = false } = props
  return (
    <Panel
      role={severity === 'error' ? 'alert' : 'status'}
      data-severity={severity}
      data-compact={compact || undefined}
    >
      <ToneIcon tone={severity === 'error' ? 'bad' : 'odd'} size={compact ? 14 : 20} />
      <Words>
        <h2>{title}</h2>
        {compact ? null : <p>{meaning}</p>}
        <Upstream {...props} />
        {permissions.length === 0 ? null : <Permissions permissions={permissions} labels={labels} />}
        {compact || nextStep === undefined ? null : <p>{nextStep}</p>}
        <RequestId {...props} />
      </Words>
      <WaysOut {...props} />
    </Panel>
  )
}

function WaysOut({ links = [], actions, onRetry, labels }: ProblemPanelProps) {
  return (
    <Actions>
      {onRetry === undefined ? null : (
        <Button variant="outlined" size="small" color="inherit" onClick={onRetry}>
          {labels.retry}
        </Button>
      )}
      {links.map(({ label, href, target }) => (
        <Button
          key={href}
          variant="outlined"
          size="small"
          color="inherit"
          href={href}
          rel="noreferrer"
          {...(target === undefined ? {} : { target })}
        >
          {label}
        </Button>
      ))}
      {actions}
    </Actions>
  )
}

function Upstream({ upstreamMessage = null, code = null, labels }: ProblemPanelProps) {
  if (upstreamMessage === null && code === null) return null
  return (
    <p>
      {upstreamMessage === null ? null : (
        <>
          {labels.upstreamMessage} <q>{upstreamMessage}</q>{' '}
        </>
      )}
      {code === null ? null : (
        <>
          {labels.code} <code>{code}</code>
        </>
      )}
    </p>
  )
}

function RequestId({ requestId = null, labels }: ProblemPanelProps) {
  return (
    <RequestIdLine>
      {labels.requestId} {requestId === null ? labels.noRequestId : <code>{requestId}</code>}
      {requestId === null ? null : (
        <CopyButton text={requestId} label={labels.copy} copiedLabel={labels.copied} />
      )}
    </RequestIdLine>
  )
}

interface PermissionsProps {
  readonly permissions: readonly MissingPermission[]
  readonly labels: ProblemLabels
}

function Permissions({ permissions, labels }: PermissionsProps) {
  return (
    <div>
      {labels.missingPermissions}
      <ul>
        {permissions.map(({ action, resources }) => (
          <li key={`${action} ${resources.join(' ')}`}>
            <strong>{action}</strong>
            {resources.length === 0 ? null : ` ${labels.onResources(resources)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Panel = styled('section')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 12px',
  padding: '14px 16px',
  borderRadius: 8,
  borderInlineStart: '4px solid',
  color: toneColour('bad', 'text'),
  backgroundColor: toneColour('bad', 'surface'),
  '&[data-severity="warning"]': {
    color: toneColour('odd', 'text'),
    backgroundColor: toneColour('odd', 'surface'),
  },
  '&[data-compact]': { padding: '4px 10px', fontSize: '0.8125rem', alignItems: 'center' },
})

const Words = styled('div')({
  flex: '1 1 240px',
  minWidth: 0,
  overflowWrap: 'anywhere',
  '& h2': { margin: 0, font: 'inherit', fontWeight: 700 },
  '& p': { margin: '4px 0' },
  '& ul': { margin: '4px 0', paddingInlineStart: 20 },
  '[data-compact] &': { display: 'flex', flexWrap: 'wrap', gap: '0 12px', alignItems: 'center' },
})

const RequestIdLine = styled('div')({
  fontSize: '0.8125rem',
  '& code': { userSelect: 'all' },
})

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  alignItems: 'center',
  '&:empty': { display: 'none' },
})
