import { useEffect } from 'react'
import { useSignInMessages } from '#i18n'
import { AppLink, EmptyState, PageHeading, useTitle } from '#ui'
import { tellSignedIn } from './sign-in-news.ts'

/** Where the login page leads a tab that was opened for signing in only. */
export function SignedInPage() {
  const { title, meaning, home } = useSignInMessages().done
  useTitle([title])
  useEffect(tellSignedIn, [])
  return (
    <>
      <PageHeading title={title} />
      <EmptyState title={meaning} actions={<AppLink to="/">{home}</AppLink>} />
    </>
  )
}
