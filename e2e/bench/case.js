import { Trouble } from './session.js'
import { stages } from './stages.js'

const limitMs = 60_000

/**
 * @typedef {object} CaseResult figures of the stages that were reached; the last one's trouble, if it had one
 * @property {{ stage: string, why: string }} [trouble] `why`: "crash", "blank", "not in 60 s", "over 8 GB"
 */

/**
 * Shows one log in one viewer and uses it: load, then (unless `loadOnly`) memory, jumps, wheel, drag, search. Never
 * throws for what a viewer does: that is a result.
 * @param {{ browsers: ReturnType<typeof import('./session.js').createBrowsers>, pageUrl: string, logUrl: string, source: import('./streams.js').Source,
 *   isOurs: boolean, loadOnly: boolean }} options
 * @returns {Promise<CaseResult>}
 */
export async function runCase(options) {
  const session = await options.browsers.open()
  const result = {}
  let stageName = 'page'
  try {
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
    await session.close(result.trouble !== undefined)
  }
  // A broken page of ours is no figure but a defect; what peers report to the console is their own affair.
  if (options.isOurs && session.errors.length > 0) throw new Error(session.errors.join('; '))
  return result
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
