import { useColorScheme } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useHref, useLocation, useNavigate } from 'react-router'
import { executionKey, executionState } from '#api'
import { useLanguage } from '#i18n'
import { watchProblems, withoutStickySearch, withStickySearch } from '#ui'
import type { EmbedFlags } from './embed-flags.ts'
import type { EmbedCommand } from './embed-messages.ts'
import { knownVersions } from './embed-version.ts'
import { openConnection, type ParentConnection } from './parent-connection.ts'
import { RegionStyle } from './region-style.tsx'
import { StandInParts } from './stand-in-parts.tsx'
import { oncePageShows, watchHeight, watchTitle } from './watch-page.ts'

export interface EmbeddingProps {
  readonly flags: EmbedFlags
  /** Origins that may frame us. */
  readonly parents: readonly string[]
  readonly children: ReactNode
}

/** The app as a part of another page: leaves out what was asked for, and keeps the line to the parent. */
export function Embedding({ flags, parents, children }: EmbeddingProps) {
  const connection = useConnection(flags, parents)
  useTellLocation(connection)
  useTellStatus(connection)
  useAskedTheme(flags)
  const mayDownload = useCallback(() => connection.current?.mayDownload() ?? null, [connection])
  return (
    <>
      <RegionStyle flags={flags} />
      <StandInParts mayDownload={mayDownload} />
      {children}
    </>
  )
}

type Connection = { readonly current: ParentConnection | null }

function useConnection({ ignored, view }: EmbedFlags, parents: readonly string[]): Connection {
  const connection = useRef<ParentConnection | null>(null)
  const obey = useObey()
  const latest = useRef(obey)
  latest.current = obey
  // Effects of children come first, and theirs of this component in order: the line is there before anything is told.
  useEffect(() => {
    const opened = openConnection({
      own: window,
      parents,
      known: knownVersions,
      greeting: { type: 'ready', version: 'v1', ignored },
      onCommand: (command) => latest.current(command),
    })
    connection.current = opened
    const stops = [
      watchTitle((title) => opened.tell({ type: 'title', ...title })),
      watchHeight(view === 'fit', (height) => opened.tell({ type: 'height', height })),
    ]
    watchProblems((shown) => {
      const last = shown.at(-1)
      if (last === undefined) opened.forget('error')
      else opened.tell({ type: 'error', kind: last.kind, requestId: last.requestId })
    })
    return () => {
      for (const stop of stops) stop()
      watchProblems(null)
      opened.close()
    }
  }, [ignored, view, parents])
  return connection
}

/** `theme=auto` has to undo what somebody once chose; light and dark are there from the first paint. */
function useAskedTheme({ theme }: EmbedFlags): void {
  const { setMode } = useColorScheme()
  useEffect(() => {
    if (theme === 'system') setMode(theme)
  }, [theme, setMode])
}

/** Does what the parent asks. Theme and language go into the address too: a reload must not undo them. */
function useObey(): (command: EmbedCommand) => void {
  const { setMode } = useColorScheme()
  const [, setLanguage] = useLanguage()
  const navigate = useNavigate()
  const base = useHref('/')
  const follow = (name: string, value: string) => {
    const query = new URLSearchParams(window.location.search)
    query.set(name, value)
    void navigate(`${pathWithin(base)}?${query}`, { replace: true, preventScrollReset: true })
  }
  return (command) => {
    if (command.type === 'setTheme') {
      setMode(command.theme)
      follow('theme', command.theme)
    } else if (command.type === 'setLanguage') {
      setLanguage(command.language)
      follow('lang', command.language)
    } else {
      void navigate(withStickySearch(withoutFlags(command.path), window.location.search))
    }
  }
}

/** Where the browser is, which two commands in a row see at once and a component only after the next render. */
function pathWithin(base: string): string {
  return window.location.pathname.slice(base.length).replace(/^\/*/, '/')
}

/** Whether the browser is at an address of the router's, which a redirect leaves at once and a component a render later. */
function isHere(base: string, pathname: string, search: string): boolean {
  const rendered = new URL(`${window.location.origin}${pathname}${search}`)
  return rendered.pathname === pathWithin(base) && rendered.search === window.location.search
}

/** A parent goes to a page, not to another embedding: the flags stay those of the frame. */
function withoutFlags(path: string): string {
  const { pathname, search, hash } = new URL(path, window.location.origin)
  return `${pathname}${withoutStickySearch(search)}${hash}`
}

function useTellLocation(connection: Connection): void {
  const { pathname, search } = useLocation()
  const base = useHref('/')
  const path = `${pathname}${withoutStickySearch(search)}`
  const href = new URL(useHref(path), window.location.origin).href
  const frameHref = new URL(useHref(`${pathname}${search}`), window.location.origin).href
  useEffect(
    () =>
      oncePageShows(() => {
        // One that leads on has been left by now: where it leads to is told.
        if (isHere(base, pathname, search))
          connection.current?.tell({ type: 'location', path, href, frameHref })
      }),
    [connection, base, pathname, search, path, href, frameHref],
  )
}

function useTellStatus(connection: Connection): void {
  const queries = useQueryClient()
  const { pathname } = useLocation()
  const tell = useCallback(() => {
    const known = executionState(queries, pathname)
    const state = executionKey(pathname) === null ? 'none' : 'unknown'
    connection.current?.tell({ type: 'status', ...(known ?? { state, finished: false, counts: null }) })
  }, [connection, queries, pathname])
  useEffect(() => {
    tell()
    return queries.getQueryCache().subscribe(({ type }) => {
      if (type === 'updated') tell()
    })
  }, [queries, tell])
}
