import { firstOfPlainList, loadOf, usageOf } from './report.js'
import { table } from './table.js'
import { ours, plainList } from './viewers.js'

const scanName = 'scan (floor)'
const drainName = 'drain (floor)'

/** From this length on the promises about the whole log hold: below, a floor is a millisecond and a ratio says nothing. */
const longLineCount = 1_000_000

/**
 * What the product promises of its reader, beside what this run measured. Figures that were not measured are left out.
 * @param {import('./readers.js').Measured} measured
 * @param {[string, number | undefined, number][]} others promises of other parts: words, measured, wanted
 * @param {readonly string[]} defects what of ours did not work at all
 */
export function promisesTable(measured, others, defects) {
  const rows = [...[...measured.keys()].flatMap((source) => promisesOf(measured, source)), ...others]
  const shown = rows
    .filter(([, value]) => Number.isFinite(value))
    .map(([words, value, reach]) => [
      words,
      value.toFixed(value < 10 ? 2 : 0),
      `≤ ${reach}`,
      value <= reach ? 'yes' : 'NO',
    ])
  const broken = defects.map((words) => [`not measured: ${words.replaceAll('|', '/')}`, '–', '–', 'NO'])
  return {
    title: 'What is promised, and what this run measured',
    text: table(['promise', 'measured', 'wanted', 'met'], [...shown, ...broken]),
  }
}

/** @returns {[string, number | undefined, number][]} words, measured, wanted */
function promisesOf(measured, source) {
  const load = loadOf(measured, source, ours.name)
  const used = usageOf(measured, source, ours.name)
  if (load === null || used === null) return []
  const { name } = source
  const blocked = [`longest task, ms: ${name}`, Math.max(load.blockedMs, used.usedBlockedMs ?? 0), 50]
  if (source.shape !== 'lines') return [blocked]
  const scan = loadOf(measured, source, scanName)
  const isShort = source.lineCount <= 10_000
  const ifLong = (value) => (source.lineCount >= longLineCount ? value : undefined)
  return [
    [
      `first line / plain list's first line of the shortest log: ${name}`,
      load.firstMs / firstOfPlainList(measured),
      isShort ? 1 : 1.5,
    ],
    [`whole log / drain: ${name}`, ifLong(load.allMs / loadOf(measured, source, drainName)?.drainMs), 3],
    blocked,
    [`memory of the log / (1.5 × text + 60 MB): ${name}`, memoryShare(measured, source, used), 1],
    [`to the end, ms: ${name}`, used.isEndReached ? used.endMs : undefined, 100],
    [
      `last line not reached: ${name}`,
      used.isEndReached === undefined ? undefined : Number(!used.isEndReached),
      0,
    ],
    [`wheel p95, ms: ${name}`, used.wheelP95Ms, 18],
    [`frames with a blank row on wheel: ${name}`, used.blankFrames, 0],
    [`drag, frames: ${name}`, used.dragFrames ?? undefined, 2],
    [`search, rare / scan: ${name}`, ifLong(ratio(used.rareMs, scan?.rareMs)), 1.5],
    [`search, 10 % / scan: ${name}`, ifLong(ratio(used.frequentMs, scan?.frequentMs)), 1.5],
    [
      `first line / fastest peer's: ${name}`,
      load.firstMs / fastestPeer(measured, source),
      source.lineCount >= 100_000 ? 0.5 : 1,
    ],
  ]
}

function ratio(value, reference) {
  return Number.isFinite(value) ? value / reference : undefined
}

function memoryShare(measured, source, { residentBytes, beforeBytes }) {
  const { textBytes } = usageOf(measured, source, scanName) ?? {}
  return (residentBytes - beforeBytes) / (1.5 * textBytes + 60e6)
}

function fastestPeer(measured, source) {
  const names = [...measured.get(source).keys()].filter(
    (name) => ![ours.name, plainList.name, '<pre>', scanName, drainName].includes(name),
  )
  const times = names.map((name) => loadOf(measured, source, name)?.firstMs).filter(Number.isFinite)
  return times.length === 0 ? undefined : Math.min(...times)
}
