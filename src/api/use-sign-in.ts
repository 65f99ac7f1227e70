import { useSyncExternalStore } from 'react'
import { useApi } from './api-context.tsx'
import type { SignInState } from './sign-in.ts'

/** What is known of the reader's sign-in at the moment. */
export function useSignIn(): SignInState {
  const { signIn } = useApi()
  return useSyncExternalStore(signIn.subscribe, signIn.getState)
}
