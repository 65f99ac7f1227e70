import { medians, table, withRatio } from './table.js'

/** The reader first: it is what the others are compared with. A `<pre>` of a million lines takes a quarter of a minute. */
const viewers = [
  { name: 'joblens', page: 'joblens' },
  { name: 'drain (floor)', page: 'drain' },
  { name: 'react-window, strings', page: 'list' },
  { name: '<pre>', page: 'pre', maxLines: 100_000 },
]

/**
 * Measures every viewer with logs of these lengths; prints one table a length.
 * @param {{ browser: import('playwright').Browser, server: Awaited<ReturnType<typeof import('./server.js').startServer>>, lineCounts: number[], repeat: number }} options
 */
export async function benchReaders({ browser, server, lineCounts, repeat }) {
  const measured = new Map()
  for (const lineCount of lineCounts) {
    server.prepare(lineCount)
    const rows = new Map(viewers.map(({ name }) => [name, []]))
    // Round by round, so that a slow moment of the machine hits all of them.
    for (let round = 0; round < repeat; round += 1) {
      for (const { name, page, maxLines = Infinity } of viewers) {
        if (lineCount <= maxLines) rows.get(name).push(await measure(browser, server.origin, page, lineCount))
      }
    }
    measured.set(lineCount, rows)
    print(lineCount, rows)
  }
  printReach(measured)
}

async function measure(browser, origin, name, lineCount) {
  // A fresh profile each time: no cache, no warm code.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(`${origin}/sub/path/e2e/bench/${name}.html`)
  await page.waitForFunction('typeof start === "function"')
  // A log is opened in an application that stands, not in one that is still starting.
  await page.waitForTimeout(300)
  const result = await page.evaluate(
    ([url, count]) => globalThis.start(url, count),
    [`${origin}/frames?lines=${lineCount}`, lineCount],
  )
  await context.close()
  if (errors.length > 0) throw new Error(`${name}: ${errors.join('; ')}`)
  return result
}

function print(lineCount, rows) {
  const reference = medians(rows.get('joblens'))
  const cells = [...rows]
    .filter(([, results]) => results.length > 0)
    .map(([name, results]) => {
      const { firstMs, allMs, blockedMs, endMs } = medians(results)
      const ratio = name === 'joblens' ? () => 0 : (value) => value
      return [
        name,
        withRatio(firstMs, ratio(reference.firstMs)),
        withRatio(allMs, ratio(reference.allMs)),
        withRatio(blockedMs, 0),
        withRatio(endMs, 0),
      ]
    })
  console.log(
    `\n${lineCount.toLocaleString('en')} lines (ms, median of ${rows.get('joblens').length}; × = against joblens)\n`,
  )
  console.log(table(['viewer', 'first', 'all', 'blocked', 'end'], cells))
}

/** The promises these numbers stand for (README, "How fast"). */
function printReach(measured) {
  const of = (lineCount, name) => {
    const results = measured.get(lineCount)?.get(name) ?? []
    return results.length === 0 ? null : medians(results)
  }
  const claims = []
  const claim = (words, value, reach) => {
    if (Number.isFinite(value))
      claims.push([words, value.toFixed(2), `≤ ${reach}`, value <= reach ? 'yes' : 'NO'])
  }
  const [smallest] = [...measured.keys()].sort((a, b) => a - b)
  const largest = Math.max(...measured.keys())
  claim(
    `first line, ${smallest} lines: joblens / react-window`,
    of(smallest, 'joblens')?.firstMs / of(smallest, 'react-window, strings')?.firstMs,
    1,
  )
  claim(
    `first line: ${largest} lines / ${smallest} lines of react-window`,
    of(largest, 'joblens')?.firstMs / of(smallest, 'react-window, strings')?.firstMs,
    1.5,
  )
  claim(
    `whole log, ${largest} lines: joblens / drain`,
    of(largest, 'joblens')?.allMs / of(largest, 'drain (floor)')?.allMs,
    3,
  )
  claim(`longest task, ms, ${largest} lines`, of(largest, 'joblens')?.blockedMs, 50)
  console.log(`\n${table(['reach', 'measured', 'wanted', 'met'], claims)}`)
}
