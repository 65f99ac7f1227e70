import { Trouble } from './session.js'
import { stages } from './stages.js'

const limitMs = 60_000

/**
 * @typedef {object} CaseResult figures of the stages that were reached; the last one's trouble, if it had one
 * @property {{ stage: string, why: string }} [trouble] `why`: "crash", "blank", "not in 60 s", "over 8 GB"
 * @property {string[]} errors what the page reported to the console
 */

/**
 * Shows one log in one viewer and uses it: load, then (unless `loadOnly`) memory, jumps, wheel, drag, search. Never
 * throws for what a viewer does: that is a result.
 * @param {{ browsers: ReturnType<typeof import('./session.js').createBrowsers>, pageUrl: string, logUrl: string, source: import('./streams.js').Source,
 *   loadOnly: boolean }} options
 * @returns {Promise<CaseResult>}
 */
export async function runCase(options) {
  const result = { errors: [] }
  let session = null
  let stageName = 'page'
  try {
    session = await options.browsers.open()
    await session.within(limitMs, openPage(session.page, options.pageUrl))
    const can = await session.page.evaluate(() => globalThis.bench.can())
    const context = { session, can, result, ...options }
    for (const [name, stage] of stages(options)) {
      stageName = name
      const figures = await session.within(limitMs, stage(context))
      if (figures !== null) Object.assign(result, figures)
    }
  } catch (error) {
    result.trouble = { stage: stageName, why: wordsOf(error) }
  } finally {
    await session?.close(result.trouble !== undefined)
  }
  return { ...result, errors: session?.errors ?? [] }
}

export async function openPage(page, url) {
  await page.goto(url)
  // Asked from outside: a page under the product's rules evaluates no strings by itself.
  while (!(await page.evaluate(() => globalThis.bench !== undefined))) await page.waitForTimeout(20)
  // A log is opened in an application that stands, not in one that is still starting.
  await page.waitForTimeout(300)
}

/** Why a page did not do what it was asked, in a few words for a table. */
export function wordsOf(error) {
  if (error instanceof Trouble) return error.message
  const words = error instanceof Error ? error.message : String(error)
  if (/crash|closed/i.test(words)) return 'crash'
  return `throws: ${words.split('\n')[0].replace(/^page\.evaluate: /, '')}`
}
