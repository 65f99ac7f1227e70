import { medians, table, withRatio } from './table.js'
import { plainList } from './viewers.js'

/** Medians of what every round measured: of the loads. */
export function loadOf(measured, source, name) {
  const rounds = (measured.get(source)?.get(name) ?? []).filter(({ trouble }) => isLoaded(trouble))
  if (rounds.length === 0) return null
  const fields = ['firstMs', 'allMs', 'blockedMs', 'drainMs', 'decodeMs', 'rareMs', 'frequentMs']
  return medians(rounds.map((round) => Object.fromEntries(fields.map((field) => [field, round[field]]))))
}

/** What the first round measured: it was used after the load. */
export function usageOf(measured, source, name) {
  return measured.get(source)?.get(name)?.[0] ?? null
}

/** First line of the plain list with the shortest log: what all "first" figures are compared with. */
export function firstOfPlainList(measured) {
  const [shortest] = [...measured.keys()]
    .filter(({ shape }) => shape === 'lines')
    .sort((a, b) => a.lineCount - b.lineCount)
  return shortest === undefined ? undefined : loadOf(measured, shortest, plainList.name)?.firstMs
}

export function loadTable(measured, source) {
  const rounds = [...measured.get(source)]
  const drainMs = loadOf(measured, source, 'drain (floor)')?.drainMs
  const scan = loadOf(measured, source, 'scan (floor)')
  const textBytes = usageOf(measured, source, 'scan (floor)')?.textBytes
  const plainMs = firstOfPlainList(measured)
  const rows = rounds
    .filter(([name]) => !name.includes('(floor)'))
    .map(([name, [used]]) => {
      if (!isLoaded(used.trouble)) return [name, used.trouble.why, '–', '–', '–', '–']
      const { firstMs, allMs, blockedMs } = loadOf(measured, source, name)
      const grown = used.residentBytes - used.beforeBytes
      return [
        name,
        withRatio(firstMs, plainMs),
        withRatio(allMs, drainMs),
        withRatio(blockedMs),
        megabytes(used.residentBytes, used.peakBytes),
        withRatio(grown / 1e6, textBytes / 1e6),
      ]
    })
  const head = [
    'viewer',
    'first ms',
    'all ms',
    'blocked ms',
    'memory MB (peak)',
    'of it the log (× its bytes)',
  ]
  const floorsText = `Floors: drain ${ms(drainMs)} ms, decode ${ms(scan?.decodeMs)} ms, scan rare ${ms(scan?.rareMs)} ms, frequent ${ms(scan?.frequentMs)} ms; ${(textBytes / 1e6).toFixed(1)} MB.`
  return { title: `${source.name}: loaded`, text: `${floorsText}\n\n${table(head, rows)}` }
}

export function usageTable(measured, source) {
  const scan = loadOf(measured, source, 'scan (floor)')
  const rows = [...measured.get(source)]
    .filter(([name, [used]]) => !name.includes('(floor)') && isLoaded(used.trouble))
    .map(([name, [used]]) => [name, ...usageCells(used, scan)])
  const head = ['viewer', 'to end ms', 'wheel p95/p99 ms', 'blank frames', 'drag frames (worst)']
  const more = ['search rare ms', 'search 10 % ms', 'blocked ms']
  return { title: `${source.name}: used`, text: table([...head, ...more], rows) }
}

function usageCells(used, scan) {
  const { trouble } = used
  // What was not reached because of trouble says so; what a viewer has not stays a dash.
  const cell = (stage, words) => (trouble?.stage === stage ? trouble.why : words)
  return [
    cell('end', endCell(used)),
    cell('wheel', wheelCell(used)),
    used.blankFrames === undefined ? '–' : blankCell(used),
    cell('drag', dragCell(used)),
    cell('rare', searchCell(used.rareMs, used.rareCount, scan?.rareMs)),
    cell('frequent', searchCell(used.frequentMs, used.frequentCount, scan?.frequentMs)),
    withRatio(used.usedBlockedMs),
  ]
}

function endCell({ isEndReached, endMs }) {
  if (isEndReached === undefined) return '–'
  return isEndReached ? endMs.toFixed(0) : 'never'
}

function wheelCell({ wheelP95Ms, wheelP99Ms, wheelMoved }) {
  if (wheelP95Ms === undefined) return '–'
  return wheelMoved ? `${wheelP95Ms.toFixed(0)}/${wheelP99Ms.toFixed(0)}` : 'does not move'
}

function blankCell({ blankFrames, blankRows }) {
  return blankFrames === 0 ? '0' : `${blankFrames} (${blankRows} rows)`
}

function dragCell({ dragFrames, dragWorstFrames, dragMissed }) {
  if (dragFrames === undefined) return '–'
  if (dragFrames === null) return 'wrong place'
  return `${dragFrames} (${dragWorstFrames})${dragMissed > 0 ? `, ${dragMissed} of 20 wrong` : ''}`
}

function searchCell(foundMs, count, scanMs) {
  if (foundMs === undefined) return '–'
  if (foundMs === null) return count === null ? 'no count' : `says ${count}`
  return withRatio(foundMs, scanMs)
}

function megabytes(bytes, peakBytes) {
  if (!Number.isFinite(bytes)) return '–'
  return `${(bytes / 1e6).toFixed(0)} (${(peakBytes / 1e6).toFixed(0)})`
}

function ms(value) {
  return Number.isFinite(value) ? value.toFixed(value < 10 ? 1 : 0) : '–'
}

function isLoaded(trouble) {
  return trouble === undefined || !['page', 'load'].includes(trouble.stage)
}
