import { medians, table, withRatio } from './table.js'

/**
 * @typedef {object} GatewayCase one page of the running product
 * @property {string} name
 * @property {string} path below the origin, e.g. `/biz/2/job-instances/1/steps/2?host=3`
 * @property {string} whole words the page shows once everything has arrived, e.g. `500 hosts`
 * @property {string} [upstream] address that answers the same content as plain JSON: what "fetch and parse" alone costs
 */

/**
 * Opens pages of the real product (gateway and sandbox running at `origin`) and measures, from navigation: the first
 * log line painted, everything arrived, the longest main-thread task; and upstream's JSON alone beside it.
 * @param {{ browser: import('playwright').Browser, origin: string, cases: GatewayCase[], repeat: number }} options
 */
export async function benchGateway({ browser, origin, cases, repeat }) {
  const rows = []
  for (const one of cases) {
    const results = []
    for (let round = 0; round < repeat; round += 1) results.push(await measurePage(browser, origin, one))
    const { firstMs, allMs, blockedMs, parseMs } = medians(results)
    rows.push([
      one.name,
      withRatio(firstMs),
      withRatio(allMs, parseMs),
      withRatio(blockedMs),
      withRatio(parseMs),
    ])
  }
  console.log(`\nThrough the gateway (ms, median of ${repeat}; × = against fetch + JSON.parse)\n`)
  console.log(table(['page', 'first', 'all', 'blocked', 'fetch + parse'], rows))
}

async function measurePage(browser, origin, { path, whole, upstream }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: 'bk_token', value: 'demo', url: origin }])
  const page = await context.newPage()
  await page.addInitScript(watchPage, whole)
  await page.goto(new URL(path, origin).href)
  const times = await page.waitForFunction(
    () => globalThis.benchTimes?.allMs && globalThis.benchTimes.firstMs && globalThis.benchTimes,
  )
  const seen = await times.jsonValue()
  const parseMs = upstream === undefined ? null : await page.evaluate(fetchAndParse, upstream)
  await context.close()
  return { ...seen, parseMs }
}

/** Runs in the page, before any of its scripts. */
function watchPage(whole) {
  const times = { firstMs: 0, allMs: 0, blockedMs: 0 }
  globalThis.benchTimes = times
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) times.blockedMs = Math.max(times.blockedMs, duration)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const now = performance.now()
    if (times.firstMs === 0 && document.querySelector('[role=log] [role=listitem] .log-text') !== null) {
      times.firstMs = now
    }
    // Reading all text every frame would be work of its own; totals stand outside the log.
    if (times.allMs === 0 && (document.body?.textContent ?? '').includes(whole)) times.allMs = now
    if (times.firstMs === 0 || times.allMs === 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function fetchAndParse(url) {
  const startAt = performance.now()
  JSON.parse(await (await fetch(url)).text())
  return performance.now() - startAt
}
