import { type ReactNode, useEffect } from 'react'
import type { MissingPermission, Problem } from '#contract'
import { useMessages } from '#i18n'
import { noteProblem, ProblemPanel, type ProblemPanelProps, useSignInLink } from '#ui'
import { speakerOf } from './speaker-of.ts'

export interface ProblemNoticeProps {
  readonly problem: Problem
  readonly onRetry?: () => void
  /** Other ways on, beside "Try again". */
  readonly actions?: ReactNode
  /** `warning` when what was loaded before is still on screen. */
  readonly severity?: 'error' | 'warning'
  readonly compact?: boolean
  /** What to do, where the usual advice does not help. */
  readonly nextStep?: string
}

/** Any problem of the contract in the reader's words, for every page. */
export function ProblemNotice({ problem, onRetry, ...rest }: ProblemNoticeProps) {
  const { problem: words } = useMessages()
  const links = useWaysOut(problem)
  const { kind, requestId } = problem
  useEffect(() => noteProblem({ kind, requestId }), [kind, requestId])
  // The frame says it once, for everything that is still on screen.
  if (problem.kind === 'not-signed-in' && rest.severity === 'warning') return null
  const { title, meaning, nextStep } = words.kinds[problem.kind]
  return (
    <ProblemPanel
      title={title}
      meaning={meaning}
      nextStep={problem.retryAfterSeconds === null ? nextStep : words.retryAfter(problem.retryAfterSeconds)}
      upstreamMessage={problem.message === '' ? null : problem.message}
      code={problem.code}
      requestId={problem.requestId}
      permissions={problem.permissions.map(shownPermission)}
      links={links}
      labels={{ ...words, upstreamMessage: words[speakerOf(problem)] }}
      {...rest}
      // What a deployment lacks it lacks the next time too.
      {...(onRetry === undefined || kind === 'not-offered' ? {} : { onRetry })}
    />
  )
}

function shownPermission({ action, actionName, resources }: MissingPermission) {
  return {
    action: actionName === '' ? action : actionName,
    resources: resources.map(({ type, id, name }) => (name === '' ? `${type} ${id}` : `${name} (${id})`)),
  }
}

function useWaysOut({ loginUrl, applyUrl }: Problem): NonNullable<ProblemPanelProps['links']> {
  const { problem: words } = useMessages()
  const signIn = useSignInLink(loginUrl, 'this')
  return [
    ...(signIn === null ? [] : [{ label: words.signIn, ...signIn }]),
    ...(applyUrl === null ? [] : [{ label: words.apply, href: applyUrl }]),
  ]
}
