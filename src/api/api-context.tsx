import { createContext, type ReactNode, useContext } from 'react'
import type { Api } from './client.ts'

const ApiContext = createContext<Api | null>(null)

/** Gives every page below it the same client. */
export function ApiProvider(props: { readonly api: Api; readonly children: ReactNode }) {
  return <ApiContext value={props.api}>{props.children}</ApiContext>
}

/** The client of this app. Throws outside {@link ApiProvider}: that is a wiring mistake. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('useApi needs an ApiProvider above it')
  return api
}
