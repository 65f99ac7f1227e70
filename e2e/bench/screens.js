import { say } from './say.js'
import { runScreen } from './screen-case.js'
import { readHosts, readTransfers } from './screen-rows.js'
import { screens } from './screen-viewers.js'
import { spawnProduct } from './spawn-product.js'
import { table, withRatio } from './table.js'

const head = [
  'list',
  'interactive ms',
  'filter ms',
  'cleared ms',
  'sort ms',
  'blocked ms: load/use',
  'wheel p95/p99 ms',
  'blank frames',
  'drag frames (worst)',
  'memory MB',
]

/**
 * The long lists of the product, as a person uses them on its own pages through the gateway, beside tables that are fed
 * with the same rows.
 * @returns {Promise<{ title: string, text: string, promises: [string, number | undefined, number][] }[]>} a section each
 */
export async function benchScreens(options) {
  const product = await spawnProduct()
  try {
    const sections = []
    for (const screen of screens) sections.push(await benchScreen({ ...options, screen, product }))
    return sections
  } finally {
    product.stop()
  }
}

async function benchScreen({ browsers, server, plan, pageOf, screen, product }) {
  const origin = product.gateway.url
  const all = await (screen.of === 'hosts' ? readHosts : readTransfers)(origin, screen.step)
  const lines = []
  for (const viewer of screen.viewers.filter(({ isOurs }) => isOurs || plan.hasPeers)) {
    process.stderr.write(`${screen.name}: ${viewer.name}\n`)
    const rows = all.rows.slice(0, viewer.rowLimit)
    server.prepareRows({ ...all, rows })
    const url = viewer.isOurs ? pageOfOurs(origin, screen) : pageOf({ ...viewer, isPeer: true })
    lines.push([viewer.name, await runScreen({ browsers, screen, viewer, url, rows })])
  }
  const [[, ours]] = lines
  const title = `${screen.name} in one list`
  const text = table(
    head,
    lines.map(([name, figures]) => [name, ...cellsOf(figures, ours)]),
  )
  say(`\n${title}\n\n${text}`)
  const { trouble, errors } = ours
  const defects = [...(trouble === undefined ? [] : [trouble]), ...errors].map(
    (words) => `${screen.name}: ${words}`,
  )
  return { title, text, promises: promisesOf(screen, ours), defects }
}

function pageOfOurs(origin, { step: { jobInstanceId, stepInstanceId } }) {
  return `${origin}/biz/2/job-instances/${jobInstanceId}/steps/${stepInstanceId}?lang=en`
}

/** @param {object} ours what every figure is compared with */
function cellsOf(figures, ours) {
  const { trouble, interactiveMs } = figures
  if (interactiveMs === undefined) return [trouble, ...head.slice(2).map(() => '–')]
  const cell = (value, reference) => (value === undefined && trouble ? trouble : withRatio(value, reference))
  return [
    cell(interactiveMs, ours.interactiveMs),
    cell(figures.filterMs, ours.filterMs),
    cell(figures.clearMs, ours.clearMs),
    cell(figures.sortMs, ours.sortMs),
    `${withRatio(figures.loadBlockedMs)}/${withRatio(figures.usedBlockedMs)}`,
    figures.wheelP95Ms === undefined
      ? '–'
      : `${figures.wheelP95Ms.toFixed(0)}/${figures.wheelP99Ms.toFixed(0)}`,
    figures.blankFrames ?? '–',
    figures.dragFrames ? `${figures.dragFrames} (${figures.dragWorstFrames ?? 'over 30'})` : '–',
    withRatio(figures.residentBytes / 1e6),
  ]
}

/** @returns {[string, number | undefined, number][]} words, measured, wanted */
function promisesOf({ name }, ours) {
  const used = Math.max(ours.filterMs ?? Number.NaN, ours.clearMs ?? Number.NaN)
  return [
    [`${name}: interactive after the data, ms`, ours.interactiveMs, 1000],
    [`${name}: filter, from the key to the picture, ms`, used, 100],
    [`${name}: sort, ms`, ours.sortMs ?? undefined, 100],
    [`${name}: wheel p95, ms`, ours.wheelP95Ms, 18],
    [`${name}: frames with a blank row on wheel`, ours.blankFrames, 0],
    [`${name}: longest task, ms`, Math.max(ours.loadBlockedMs, ours.usedBlockedMs), 50],
  ]
}
