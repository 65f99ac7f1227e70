import { chromium } from 'playwright'
import { say } from './say.js'
import { spawnProduct } from './spawn-product.js'
import { benchStepLog } from './step-log.js'
import { medians, table, withRatio } from './table.js'

const limitMs = 60_000

/** Pages of the running product; `whole` are words that stand there once everything has arrived. */
const pages = [
  {
    name: '5 MiB log',
    path: '/biz/2/job-instances/20000000003/steps/20000000301?lang=en',
    whole: '5 MB',
  },
  {
    name: '500 hosts × 200 KB',
    path: '/biz/2/job-instances/20000000021/steps/20000002101?lang=en',
    whole: '500 hosts',
  },
  {
    name: '2,000 hosts',
    path: '/biz/2/job-instances/20000000001/steps/20000000102?lang=en',
    whole: '2,000 hosts',
  },
]

/** The whole product: gateway and sandbox as processes of their own, and their pages in the browser. */
export async function benchProduct({ launch, repeat }) {
  const product = await spawnProduct()
  const browser = await chromium.launch(launch)
  try {
    const stepLog = await benchStepLog({ ...product, repeat })
    return [stepLog, await benchPages({ browser, origin: product.gateway.url, repeat })]
  } finally {
    await browser.close()
    product.stop()
  }
}

/** From navigation: the first log line painted, everything arrived, the longest main-thread task. */
async function benchPages({ browser, origin, repeat }) {
  const rows = []
  const promises = []
  for (const one of pages) {
    const results = []
    for (let round = 0; round < repeat; round += 1) results.push(await measurePage(browser, origin, one))
    const { firstMs, allMs, blockedMs } = medians(results)
    rows.push([one.name, withRatio(firstMs), withRatio(allMs), withRatio(blockedMs)])
    promises.push([`page, ${one.name}: longest task, ms`, blockedMs ?? undefined, 50])
  }
  const title = `Pages of the product, through the gateway (ms from navigation, median of ${repeat})`
  const text = table(['page', 'first', 'all', 'blocked'], rows)
  say(`\n${title}\n\n${text}`)
  return { title, text, promises }
}

async function measurePage(browser, origin, { path, whole }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: 'bk_token', value: 'demo', url: origin }])
  const page = await context.newPage()
  await page.addInitScript(watchPage, whole)
  await page.goto(new URL(path, origin).href)
  const late = new Promise((resolve) =>
    setTimeout(() => resolve({ firstMs: null, allMs: null, blockedMs: null }), limitMs),
  )
  const seen = await Promise.race([page.evaluate(() => globalThis.benchTimes), late])
  await context.close()
  return seen
}

/** Runs in the page, before any of its scripts. */
function watchPage(whole) {
  const times = { firstMs: 0, allMs: 0, blockedMs: 0 }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) times.blockedMs = Math.max(times.blockedMs, duration)
  }).observe({ type: 'longtask', buffered: true })
  globalThis.benchTimes = new Promise((resolve) => {
    const look = () => {
      const now = performance.now()
      // A row tells its place among the lines, and has more than its number.
      const row = document.querySelector('[role=log] [aria-posinset]')
      if (times.firstMs === 0 && /[^\d\s]/.test(row?.textContent ?? '')) times.firstMs = now
      // Reading all text every frame would be work of its own; totals stand outside the log.
      if (times.allMs === 0 && (document.body?.textContent ?? '').includes(whole)) times.allMs = now
      if (times.firstMs === 0 || times.allMs === 0) requestAnimationFrame(look)
      // A task is reported only after it has ended.
      else setTimeout(() => resolve(times), 300)
    }
    requestAnimationFrame(look)
  })
}
