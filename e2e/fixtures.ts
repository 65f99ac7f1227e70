import { AxeBuilder } from '@axe-core/playwright'
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'
import { gateway, sandboxes } from './deployments.ts'

/*
 * Every story runs with these: the browser is signed in as `demo`, and a console error, an uncaught exception or a
 * CSP report fails the test, whatever it was about. A story that provokes failed requests says so, since Chromium
 * logs those itself.
 */

interface Fixtures {
  /** Opens a path on the gateway of a generation, in English unless the path says otherwise. */
  readonly open: (path: string, generation?: string) => Promise<void>
  /** Console messages a story expects, e.g. Chromium's own line about a 404 it provoked. */
  readonly expectedErrors: RegExp[]
  readonly watched: undefined
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  expectedErrors: async ({}, use) => use([]),
  watched: [
    async ({ page, expectedErrors }, use) => {
      const troubles: string[] = []
      page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`))
      page.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
      })
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
        })
      })
      await use(undefined)
      const unexpected = troubles.filter((text) => !expectedErrors.some((expected) => expected.test(text)))
      expect(unexpected, 'console errors, uncaught exceptions and CSP reports').toEqual([])
    },
    { auto: true },
  ],
  open: async ({ page, context }, use) => {
    await use(async (path, generation = 'sandbox') => {
      const { url, env } = gateway(generation)
      await context.addCookies([{ name: 'bk_token', value: 'demo', url }])
      const base = (env['JOBLENS_BASE_PATH'] ?? '/').replace(/\/$/, '')
      const lang = /[?&]lang=/.test(path) ? '' : `${path.includes('?') ? '&' : '?'}lang=en`
      await page.goto(`${url}${base}${path}${lang}`)
    })
  },
})

export { expect } from '@playwright/test'

/** The five ways to reach the job platform (`JOBLENS_JOB_API`). */
export const generations = ['sandbox', 'gateway-v3', 'gateway-v4', 'gateway-v4-ip-log', 'esb'] as const

/** Chromium's own console line about an answer that was not 2xx. */
export const failedRequest = (status: number) => new RegExp(`status of ${status}`)

/** Fails on any axe finding that is serious or critical. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = serious.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
  )
  expect(found).toEqual([])
}

/** Requests a rule has hit, those answered whole, those whose caller left. */
interface Tally {
  readonly hits: number
  readonly finished: number
  readonly aborted: number
}

/** The remote control of a sandbox (`/__sandbox/`). */
export function remote(name: 'shared' | 'faulty') {
  const url = sandboxes.find((sandbox) => sandbox.name === name)?.url ?? ''
  return {
    faults: (rules: readonly unknown[]) => send(`${url}/__sandbox/faults`, 'POST', rules),
    /** What became of the requests each rule has hit, in the order of the rules. */
    tallies: async (): Promise<readonly Tally[]> =>
      (await (await fetch(`${url}/__sandbox/faults`)).json()).faults,
    heal: () => send(`${url}/__sandbox/faults`, 'DELETE'),
    advance: (advanceMs: number) => send(`${url}/__sandbox/clock`, 'POST', { advanceMs }),
    requests: async (): Promise<readonly Record<string, unknown>[]> =>
      (await (await fetch(`${url}/__sandbox/requests`)).json()).requests,
    forget: () => send(`${url}/__sandbox/requests`, 'DELETE'),
  }
}

async function send(url: string, method: string, body?: unknown): Promise<void> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
  const response = await fetch(url, init)
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status}`)
}
