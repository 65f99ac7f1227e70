import { AxeBuilder } from '@axe-core/playwright'
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'
import { gateway, type OwnDeployment, sandboxes, startAnew } from './deployments.ts'

/*
 * Every story runs with these: the browser is signed in as `demo`, and a console error, an uncaught exception or a
 * CSP report fails the test, whatever it was about. A story that provokes failed requests says so, since Chromium
 * logs those itself.
 */

type RunOptions = Parameters<AxeBuilder['options']>[0]

interface Fixtures {
  /** Opens a path on the gateway of a generation, in English unless the path says otherwise. */
  readonly open: (path: string, generation?: string | OwnDeployment) => Promise<void>
  /**
   * Goes to a path without loading anew, as a link inside does: a load is most of what a look costs. The page before stays
   * until the next one is there, so expect something only that one has.
   */
  readonly go: (path: string) => Promise<void>
  /** A sandbox whose story begins with the test, and a gateway before it: for what only runs for a while. */
  readonly anew: OwnDeployment
  /** Console messages a story expects, e.g. Chromium's own line about a 404 it provoked. */
  readonly expectedErrors: RegExp[]
  readonly watched: undefined
}

interface WorkerFixtures {
  readonly owned: OwnDeployment[]
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  expectedErrors: async ({}, use) => use([]),
  watched: [
    async ({ page, context, expectedErrors }, use, info) => {
      const troubles: string[] = []
      // Of all tabs and frames of the story, also those it opens.
      context.on('weberror', (error) => troubles.push(`uncaught: ${error.error().message}`))
      context.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
      })
      await context.addInitScript(() => {
        // What the browser itself reports, with no exception behind it, the driver does not tell: a ResizeObserver's loop.
        addEventListener('error', (event) => {
          if (!(event.error instanceof Error)) console.error(`uncaught: ${event.message}`)
        })
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
        })
      })
      await use(undefined)
      if (info.status !== info.expectedStatus) await tellWhatIsShown(page)
      const unexpected = troubles.filter((text) => !expectedErrors.some((expected) => expected.test(text)))
      expect(unexpected, 'console errors, uncaught exceptions and CSP reports').toEqual([])
    },
    { auto: true },
  ],
  open: async ({ page, context }, use) => {
    await use(async (path, generation = 'sandbox') => {
      const { url, basePath } = typeof generation === 'string' ? gateway(generation) : generation
      await context.addCookies([{ name: 'bk_token', value: 'demo', url }])
      const lang = /[?&]lang=/.test(path) ? '' : `${path.includes('?') ? '&' : '?'}lang=en`
      await page.goto(`${url}${basePath}${path}${lang}`)
    })
  },
  go: async ({ page }, use) => {
    await use(async (path) => {
      const isThere = await page.evaluate((to) => {
        history.pushState(null, '', to)
        dispatchEvent(new PopStateEvent('popstate', { state: null }))
        return document.body.textContent !== ''
      }, path)
      expect(isThere, 'a page to go on from').toBe(true)
    })
  },
  // Stopped with the worker: a test that fails has a page to show until it is over.
  owned: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
    async ({}, use) => {
      const owned: OwnDeployment[] = []
      await use(owned)
      for (const { stop } of owned) stop()
    },
    { scope: 'worker' },
  ],
  anew: async ({ owned }, use) => {
    const own = await startAnew()
    owned.push(own)
    await use(own)
  },
})

export { expect } from '@playwright/test'

/** What a failed test leaves in the output: where the page was, and what could be read on it. */
async function tellWhatIsShown(page: Page): Promise<void> {
  const text = await page
    .locator('body')
    .innerText({ timeout: 2_000 })
    .catch((error: Error) => error.message)
  process.stdout.write(
    `\nShown at the end, ${page.url()}:\n${text.replace(/\s*\n\s*/g, ' ⏎ ').slice(0, 4_000)}\n`,
  )
}

/** Chromium's own console line about an answer that was not 2xx. */
export const failedRequest = (status: number) => new RegExp(`status of ${status}`)

/** What axe can find wrong in one theme and right in another. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** Fails on any axe finding that is serious or critical. The theme must not change while axe looks. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoFindings(page, {})
}

/** What axe can find wrong in one language and right in another. */
const rulesOfWords = [
  'aria-command-name',
  'aria-dialog-name',
  'aria-input-field-name',
  'aria-meter-name',
  'aria-progressbar-name',
  'aria-toggle-field-name',
  'aria-tooltip-name',
  'button-name',
  'document-title',
  'html-has-lang',
  'html-lang-valid',
  'image-alt',
  'label',
  'link-name',
  'role-img-alt',
  'select-name',
  'summary-name',
  'svg-img-alt',
  'valid-lang',
]

/** {@link expectAccessible} in both themes. How a page is built is the same in both: it is looked at once. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await expectAccessible(page)
  await changeTheme(page, 'dark')
  await expectOnly(page, rulesOfColour)
  await changeTheme(page, 'light')
}

/**
 * {@link expectAccessible} in English and light, and in Chinese and dark what language or theme could change: every rule
 * that hangs on one of them is tried in both.
 */
export async function expectAccessibleInBothLanguages(page: Page): Promise<void> {
  await expectAccessible(page)
  await changeToChinese(page)
  await changeTheme(page, 'dark')
  await expectOnly(page, [...rulesOfColour, ...rulesOfWords])
}

const expectOnly = (page: Page, values: readonly string[]) =>
  expectNoFindings(page, { runOnly: { type: 'rule', values: [...values] } })

/** In place, as a reader does: a load is most of what a look costs. */
async function changeToChinese(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Preferences/ }).click()
  const panel = page.getByRole('group', { name: /^Preferences/ })
  await panel.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.keyboard.press('Escape')
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** Changes the theme of the system. Colours on their way from one to the other would not be what anybody reads. */
async function changeTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(transitions.map(({ finished }) => finished))
  })
}

/** Left to itself axe names every element that is right, by a selector each: nine tenths of its time. */
const onlyWhatIsWrong: RunOptions = { resultTypes: ['violations'] }

async function expectNoFindings(page: Page, options: RunOptions): Promise<void> {
  // "Legacy" means in the page itself; otherwise results go through a second page, for frames that we have not.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ ...onlyWhatIsWrong, ...options })
  const { violations } = await axe.analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = serious.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
  )
  expect(found).toEqual([])
}

/** What a page is told when another tab is chosen, and when it is chosen again. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { get: () => value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

/** Requests a rule has hit, those answered whole, those whose caller left. */
interface Tally {
  readonly hits: number
  readonly finished: number
  readonly aborted: number
}

/** The remote control of a sandbox (`/__sandbox/`). */
export function remote(of: 'shared' | 'faulty' | OwnDeployment) {
  const url = typeof of === 'string' ? sandboxes.find(({ name }) => name === of)?.url : of.sandboxUrl
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
