import Button from '@mui/material/Button'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { capabilitiesQuery, type SignIn, type SignInState, useApi } from '#api'
import { useSignInMessages } from '#i18n'
import { isFramed, useSignInLink } from '#ui'
import { EdgeLine } from './edge-line.tsx'
import { hearSignedIn, tellSignedIn } from './sign-in-news.ts'
import { leave } from './sign-in-redirect.ts'
import { useOutsideHref } from './use-outside-href.ts'
import { useTicketWatch } from './use-ticket-watch.ts'

export interface SignInPartProps {
  readonly problem: NonNullable<SignInState['lost']>
  /** There may be something on screen that must not be lost. */
  readonly wasKnown: boolean
}

/**
 * Upstream does not know the reader. A link that has shown nothing yet goes to the login page and comes back; in a
 * frame, and where there is something to lose, a notice offers to sign in elsewhere.
 */
export function SignInPart({ problem, wasKnown }: SignInPartProps) {
  const loginUrl = useLoginUrl(problem)
  const there = useSignInLink(loginUrl, 'this')?.href ?? null
  // Decided once: what is remembered in leaving must not change the decision. `null` until it is.
  const [isLeaving, setLeaving] = useState(wasKnown || isFramed() || there === null ? false : null)
  useEffect(() => {
    if (isLeaving !== null || there === null || loginUrl === null) return
    const leaves = leave(window.location.href, loginUrl, Date.now())
    setLeaving(leaves)
    // Replaced: the back button leads to where the link was, not into the next round.
    if (leaves) window.location.replace(there)
  }, [isLeaving, there, loginUrl])
  if (isLeaving === null) return null
  return isLeaving ? <Leaving /> : <SignInNotice loginUrl={loginUrl} wasKnown={wasKnown} />
}

/** A proxy in front of the gateway may have answered: then the deployment's own login page is meant. */
function useLoginUrl(problem: SignInPartProps['problem']): string | null {
  const { data } = useQuery(capabilitiesQuery(useApi()))
  return problem.loginUrl ?? data?.links.login ?? null
}

function Leaving() {
  const words = useSignInMessages()
  return <EdgeLine role="status">{words.leaving}</EdgeLine>
}

interface SignInNoticeProps extends Pick<SignInPartProps, 'wasKnown'> {
  readonly loginUrl: string | null
}

function SignInNotice({ loginUrl, wasKnown }: SignInNoticeProps) {
  const words = useSignInMessages()
  const link = useSignInLink(loginUrl, 'new')
  const { signIn } = useApi()
  useRetries(signIn)
  const { isMissing, lookNow } = useTicketWatch()
  const outside = useOutsideHref()
  const handleTry = () => {
    signIn.retry()
    lookNow()
  }
  const meaning = wasKnown ? words.stays : isFramed() ? words.framed : words.cameBack
  return (
    <EdgeLine role="alert">
      <span>
        <strong>{wasKnown ? words.expired : words.stillUnknown}</strong>{' '}
        {link === null ? words.noPage : meaning}
        {isMissing && isFramed() ? ` ${words.notInFrame}` : null}
      </span>
      {link === null ? null : (
        <Button variant="contained" size="small" rel="noreferrer" {...link}>
          {words.inNewTab}
        </Button>
      )}
      {isMissing && isFramed() ? (
        <Button
          variant="outlined"
          size="small"
          color="inherit"
          href={outside}
          target="_blank"
          rel="noreferrer"
        >
          {words.openOutside}
        </Button>
      ) : null}
      <Button variant="outlined" size="small" color="inherit" onClick={handleTry}>
        {words.tryNow}
      </Button>
    </EdgeLine>
  )
}

/** A second screen is never left nor entered, and its reader may have signed in on any page of BlueKing. */
const askAgainMs = 15_000

/** Asks again when another tab tells so, when the reader comes back to this one, and now and then. */
function useRetries(signIn: SignIn): void {
  const queries = useQueryClient()
  useEffect(() => signIn.onRetry(() => void retryQueries(queries)), [signIn, queries])
  useEffect(() => {
    const retry = () => {
      if (!document.hidden) signIn.retry()
    }
    const stopHearing = hearSignedIn(signIn.retry)
    const timer = setInterval(retry, askAgainMs)
    window.addEventListener('focus', retry)
    document.addEventListener('visibilitychange', retry)
    return () => {
      stopHearing()
      clearInterval(timer)
      window.removeEventListener('focus', retry)
      document.removeEventListener('visibilitychange', retry)
      if (signIn.getState().lost === null) tellSignedIn()
    }
  }, [signIn])
}

/** All that failed: what failed for another reason may as well try again. */
function retryQueries(queries: QueryClient): Promise<void> {
  return queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.error !== null })
}
