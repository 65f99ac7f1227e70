import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright'

const closeMs = 5000

/**
 * The browser that all cases use, each in a profile and a renderer of its own. One that a page has driven into
 * trouble is ended and replaced, whatever state it is in.
 * @param {{ launch: import('playwright').LaunchOptions, maxBytes: number }} options
 */
export function createBrowsers({ launch, maxBytes }) {
  let running = null
  async function browser() {
    // One that has died between two cases is no reason to end the run.
    if (running !== null && !(await running).browser.isConnected()) await end()
    running ??= chromium.launchServer(launch).then(async (server) => ({
      server,
      browser: await chromium.connect(server.wsEndpoint()),
    }))
    return await running
  }
  async function end() {
    const last = await running?.catch(() => null)
    running = null
    await last?.server.kill()
  }
  return {
    open: async () => await openSession({ ...(await browser()), maxBytes, end }),
    version: async () => (await browser()).browser.version(),
    end,
  }
}

async function openSession({ browser, maxBytes, end }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const system = await browser.newBrowserCDPSession()
  const errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  const memory = async () => memoryOf(await rendererIds(system))
  let watching = null
  const trouble = new Promise((_, reject) => {
    page.on('crash', () => reject(new Trouble('crash')))
    watching = setInterval(async () => {
      const { residentBytes = 0 } = (await memory().catch(() => null)) ?? {}
      if (residentBytes > maxBytes) reject(new Trouble(`over ${maxBytes / 1e9} GB`))
    }, 500)
  })
  // Nobody waits for it after the last stage.
  trouble.catch(() => undefined)
  return {
    page,
    errors,
    devtools: () => context.newCDPSession(page),
    memory,
    /** `work`, unless the page crashes, takes too much memory, or is not done in `limitMs`: then throws a `Trouble`. */
    within: (limitMs, work) => Promise.race([work, trouble, late(limitMs)]),
    async close(isInTrouble) {
      clearInterval(watching)
      const isClosed = isInTrouble
        ? null
        : await Promise.race([context.close().then(() => true), sleep(closeMs, null, { ref: false })])
      if (isClosed === null) await end()
    },
  }
}

async function late(limitMs) {
  await sleep(limitMs, null, { ref: false })
  throw new Trouble(`not in ${limitMs / 1000} s`)
}

/** What a viewer can do to a page; `message` is a few words for a table. */
export class Trouble extends Error {}

async function rendererIds(system) {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

/** Memory of the largest of these processes (the page's own: a spare one waits beside it), in bytes; null off Linux. */
function memoryOf(processIds) {
  const all = processIds.map(readStatus).filter((status) => status !== null)
  return all.sort((a, b) => b.residentBytes - a.residentBytes)[0] ?? null
}

function readStatus(processId) {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8')
    const bytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024
    return { residentBytes: bytes('VmRSS'), peakBytes: bytes('VmHWM') }
  } catch {
    return null
  }
}
