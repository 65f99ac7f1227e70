import { ThemeProvider } from '@mui/material/styles'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ComponentType, createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { onTestFinished } from 'vitest'
import { ApiProvider, createApi } from '#api'
import type { Capabilities, Problem } from '#contract'
import { createJoblensTheme } from '#ui'

/** What a gateway answers to a path below `/api`, at once or later; a problem is answered with its status. */
export type Answers = (url: URL) => unknown

export interface OpenedPage {
  /** Every address asked of the gateway so far, newest last. */
  readonly asked: readonly URL[]
  /** Those of which the page ended the request. */
  readonly ended: readonly URL[]
}

export interface OpenOptions {
  readonly Page: ComponentType
  /** Route of the page, as the app has it. */
  readonly route: string
  readonly address: string
  readonly answers: Answers
}

/** Shows a whole page at an address, in front of a gateway made of the contract's own shapes. */
export function openPage({ Page, route, address, answers }: OpenOptions): OpenedPage {
  const asked: URL[] = []
  const ended: URL[] = []
  const answer: typeof fetch = async (input, init) => {
    const url = new URL(String(input))
    asked.push(url)
    const signal = init?.signal ?? new AbortController().signal
    const value = await Promise.race([
      answers(url),
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          ended.push(url)
          reject(signal.reason)
        })
      }),
    ])
    return Response.json(value, { status: isProblem(value) ? 403 : 200 })
  }
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  const routes = createElement(
    Routes,
    null,
    createElement(Route, { path: route, element: createElement(Page) }),
    createElement(Route, { path: '*', element: null }),
  )
  const router = createElement(
    MemoryRouter,
    { initialEntries: [address] },
    createElement(Whereabouts),
    routes,
  )
  const api = createApi({ basePath: '/', fetch: answer })
  // biome-ignore lint/correctness/noChildrenProp: the type of the provider asks for them among its props
  const shown = createElement(ApiProvider, { api, children: router })
  const withQueries = createElement(QueryClientProvider, { client: new QueryClient() }, shown)
  flushSync(() => root.render(createElement(ThemeProvider, { theme: createJoblensTheme() }, withQueries)))
  return { asked, ended }
}

/** The address the page is at, as text on the page. */
function Whereabouts() {
  const { pathname, search } = useLocation()
  return createElement('output', null, `${pathname}${search}`)
}

/** A deployment that offers everything; tests take away what they are about. */
export const capabilities: Capabilities = {
  job: {
    generation: 'gateway-v3',
    sandbox: false,
    jobInstanceList: { total: true, maxSpanDays: 30 },
    scopes: false,
    containers: false,
    hostsPerCall: 500,
  },
  nodeMan: { api: 'gateway', sandbox: false, jobList: true },
  upstreamTimeZone: 'Asia/Shanghai',
  links: { login: null, jobWeb: null, nodeManWeb: null, apply: null },
  actAs: null,
  version: 'test',
}

/** An answer that is a problem. */
export function problemAnswer(changes: Partial<Problem>): { readonly problem: Problem } {
  return {
    problem: {
      kind: 'denied',
      message: 'no',
      code: '9900403',
      requestId: 'request-7',
      requestIdOf: 'upstream',
      system: 'job',
      retryAfterSeconds: null,
      permissions: [],
      applyUrl: null,
      loginUrl: null,
      ...changes,
    },
  }
}

function isProblem(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'problem' in value
}
