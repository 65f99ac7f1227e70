import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { NodeManLogParams, NodeManTaskId, Problem, StepLogQuery } from '#contract'
import { useApi, useLogStore } from './api-context.tsx'
import { type Api, nodeManInstancePath, type StepAddress, stepPath } from './client.ts'
import { createLogSession, type LogSession } from './log-session.ts'
import { emptyLogSession, type LogSessionState } from './log-session-state.ts'
import { pollDelayMs } from './poll-delay.ts'
import { restOfQuestion } from './rest-of-stream.ts'
import type { SignIn } from './sign-in.ts'

/** A stream to read: what to ask, before the address and headers of this app are added. */
export interface LogSource {
  readonly path: string
  readonly body?: StepLogQuery
}

/** The logs of some execute objects of a step. */
export function stepLogSource(step: StepAddress, query: StepLogQuery): LogSource {
  return { path: `${stepPath(step)}/log`, body: query }
}

/** All steps of one host of a node-man job: of the newest attempt, or of the one given. */
export function nodeManLogSource(address: NodeManLogParams, taskId: NodeManTaskId | null): LogSource {
  return { path: `${nodeManInstancePath(address)}/log${taskId === null ? '' : `?task=${taskId}`}` }
}

let collections = 0

/** A name nobody else has, and short: it is part of the id of each of 100,000 texts. */
function nextCollection(): string {
  collections += 1
  return `${collections}`
}

/** What {@link useLogSession} gives a page. */
export interface UsedLogSession {
  readonly state: LogSessionState
  /** Asks for everything again; given another source, for just that part. */
  readonly reload: (part?: LogSource) => void
  /** Asks for what is missing where the last stream broke off or was stopped, else for everything again. */
  readonly loadRest: () => void
  /** Stops the request under way; what came stays. */
  readonly stop: () => void
}

/**
 * Reads `source` when it changes, then again and again while `live`. Two sources with the same text are the same
 * source. Polling pauses in a hidden tab. `null` reads nothing. A problem that time does not mend, and `stop`, pause
 * polling until `reload`.
 */
export function useLogSession(source: LogSource | null, live: boolean): UsedLogSession {
  const api = useApi()
  const store = useLogStore()
  // One source can name 50,000 hosts: it is compared by its text once, not on every render.
  const identity = useMemo(() => (source === null ? null : JSON.stringify(source)), [source])
  const [session, setSession] = useState<LogSession | null>(null)

  useEffect(() => {
    if (identity === null) return
    const opened = createLogSession(store(), nextCollection())
    opened.load(requestOf(api, JSON.parse(identity) as LogSource), 'whole')
    setSession(opened)
    return () => {
      setSession(null)
      opened.close()
    }
  }, [api, store, identity])

  const state = useSyncExternalStore(session?.subscribe ?? neverChanges, session?.getState ?? notStarted)
  const reloads = useMemo(() => reloader(api, session, identity), [api, session, identity])
  usePolling(state, live && session !== null, reloads)
  useSignInReports(api.signIn, source?.path ?? '', state, reloads.loadRest)
  return { state, ...reloads }
}

/** Tells what the answers say of the sign-in, and asks again when that is back. */
function useSignInReports(signIn: SignIn, path: string, state: LogSessionState, reload: () => void): void {
  const lost = signInProblem(state)
  const isKnown = lost === null && state.phase === 'settled' && state.completedOnce && state.problem === null
  useEffect(() => {
    if (lost !== null) signIn.report(path, lost)
    else if (isKnown) signIn.report(path, 'known')
  }, [signIn, path, lost, isKnown])
  useEffect(() => (lost === null ? undefined : signIn.onRetry(reload)), [signIn, lost, reload])
}

function signInProblem({ problem, failures, phase }: LogSessionState): Problem | null {
  if (phase === 'loading') return null
  const all = [problem, ...failures.map((failure) => failure.problem)]
  return all.find((one) => one?.kind === 'not-signed-in') ?? null
}

function reloader(api: Api, session: LogSession | null, identity: string | null) {
  const load = (source: LogSource, how: Parameters<LogSession['load']>[1]) =>
    session?.load(requestOf(api, source), how)
  const whole = () => (identity === null ? null : (JSON.parse(identity) as LogSource))
  return {
    reload(part?: LogSource) {
      const source = part ?? whole()
      if (source !== null) load(source, part === undefined ? 'whole' : 'part')
    },
    loadRest() {
      const source = whole()
      if (source === null || session === null) return
      const rest = restOf(source, session)
      load(rest ?? source, rest === null ? 'whole' : 'rest')
    },
    stop: () => session?.stop(),
  }
}

/** What a stream that broke off has not brought; null when everything has to be asked for again. */
function restOf(source: LogSource, session: LogSession): LogSource | null {
  const answered = session.answered()
  if (answered === null || source.body === undefined) return null
  const body = restOfQuestion(source.body, answered, session.getState().transfers)
  return body === null ? null : { ...source, body }
}

/** `continues`: what came before need not come again. */
function requestOf(api: Api, source: LogSource) {
  const request = { url: api.address(source.path), collection: '', continues: true }
  if (source.body === undefined) return { ...request, headers: api.headers() }
  const headers = { ...api.headers(), 'content-type': 'application/json' }
  return { ...request, method: 'POST' as const, body: JSON.stringify(source.body), headers }
}

/** Every settled state is a new round: it starts the wait for the next request. */
function usePolling(
  state: LogSessionState,
  live: boolean,
  { reload, loadRest }: Pick<UsedLogSession, 'reload' | 'loadRest'>,
): void {
  const polls = useRef(0)
  useEffect(() => {
    const isOver = state.phase === 'settled' && !state.isStopped
    const delayMs = live && isOver ? pollDelayMs(state.problem, polls.current) : null
    if (delayMs === null) return
    const poll = () => {
      if (document.hidden) return
      polls.current++
      // What broke off goes on; what came to its end is looked at anew, every host of it.
      if (state.problem === null) reload()
      else loadRest()
    }
    const timer = setTimeout(poll, delayMs)
    document.addEventListener('visibilitychange', poll)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', poll)
    }
  }, [live, reload, loadRest, state])
}

const pending: LogSessionState = { ...emptyLogSession, phase: 'loading' }
const notStarted = () => pending
const neverChanges = () => () => undefined
