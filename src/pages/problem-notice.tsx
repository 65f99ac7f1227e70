import type { ReactNode } from 'react'
import type { MissingPermission, Problem } from '#contract'
import { useMessages } from '#i18n'
import { ProblemPanel } from '#ui'
import { signInAddress } from './sign-in-address.ts'

export interface ProblemNoticeProps {
  readonly problem: Problem
  readonly onRetry?: () => void
  /** Other ways on, beside "Try again". */
  readonly actions?: ReactNode
  /** `warning` when what was loaded before is still on screen. */
  readonly severity?: 'error' | 'warning'
  readonly compact?: boolean
}

/** Any problem of the contract in the reader's words, for every page. */
export function ProblemNotice({ problem, ...rest }: ProblemNoticeProps) {
  const { problem: words } = useMessages()
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
      links={waysOut(problem, words)}
      labels={problem.system === 'joblens' ? { ...words, upstreamMessage: words.ownMessage } : words}
      {...rest}
    />
  )
}

function shownPermission({ action, actionName, resources }: MissingPermission) {
  return {
    action: actionName === '' ? action : actionName,
    resources: resources.map(({ type, id, name }) => (name === '' ? `${type} ${id}` : `${name} (${id})`)),
  }
}

function waysOut(
  { loginUrl, applyUrl }: Problem,
  words: { readonly signIn: string; readonly apply: string },
): readonly { readonly label: string; readonly href: string }[] {
  return [
    ...(loginUrl === null
      ? []
      : [{ label: words.signIn, href: signInAddress(loginUrl, window.location.href) }]),
    ...(applyUrl === null ? [] : [{ label: words.apply, href: applyUrl }]),
  ]
}
