import { Suspense } from 'react'
import { useSignIn } from '#api'
import { lazyPart } from '#ui'

const SignInPart = lazyPart(async () => (await import('./sign-in-part.tsx')).SignInPart)

/** What there is to do while upstream does not know the reader; nothing of it is loaded before that happens. */
export function SignInWatch() {
  const { lost, wasKnown } = useSignIn()
  if (lost === null) return null
  return (
    <Suspense>
      <SignInPart problem={lost} wasKnown={wasKnown} />
    </Suspense>
  )
}
