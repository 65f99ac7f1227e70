import { createContext, type ReactNode, useContext, useState } from 'react'
import { createLogStore, type LogStore } from '#log'
import type { Api } from './client.ts'
import { startLogWorker } from './log-worker.ts'

interface ApiContextValue {
  readonly api: Api
  readonly logStore: () => LogStore
}

const ApiContext = createContext<ApiContextValue | null>(null)

interface ApiProviderProps {
  readonly api: Api
  /** A worker that has been started for the logs already. */
  readonly logWorker?: Worker | null
  readonly children: ReactNode
}

/** Gives every page below it the same client and, started on first use, the same log worker. */
export function ApiProvider({ api, logWorker = null, children }: ApiProviderProps) {
  const [logStore] = useState(() => lazyLogStore(logWorker))
  return <ApiContext value={{ api, logStore }}>{children}</ApiContext>
}

function lazyLogStore(worker: Worker | null): () => LogStore {
  let store: LogStore | undefined
  return () => {
    store ??= createLogStore(worker ?? startLogWorker())
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
