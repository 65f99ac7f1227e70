import { createContext, type ReactNode, useContext, useState } from 'react'
import { createLogStore, type LogStore } from '#log'
import type { Api } from './client.ts'
import { startLogWorker } from './log-worker.ts'

interface ApiContextValue {
  readonly api: Api
  readonly logStore: () => LogStore
}

const ApiContext = createContext<ApiContextValue | null>(null)

/** Gives every page below it the same client and, started on first use, the same log worker. */
export function ApiProvider(props: { readonly api: Api; readonly children: ReactNode }) {
  const [logStore] = useState(lazyLogStore)
  return <ApiContext value={{ api: props.api, logStore }}>{props.children}</ApiContext>
}

function lazyLogStore(): () => LogStore {
  let store: LogStore | undefined
  return () => {
    store ??= createLogStore(startLogWorker())
    return store
  }
}

/** The client of this app. Throws outside {@link ApiProvider}: that is a wiring mistake. */
export function useApi(): Api {
  return useValue().api
}

/** The log store of this app; calling what it returns starts the worker. */
export function useLogStore(): () => LogStore {
  return useValue().logStore
}

function useValue(): ApiContextValue {
  const value = useContext(ApiContext)
  if (value === null) throw new Error('useApi needs an ApiProvider above it')
  return value
}
