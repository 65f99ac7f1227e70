import { runCase } from './case.js'
import { loadTable, usageTable } from './report.js'
import { say } from './say.js'
import { floors, ours } from './viewers.js'

/** A peer's load that takes this long is not repeated: no noise makes it fast. */
const slowMs = 1500

/**
 * @typedef {import('./case.js').CaseResult[]} Rounds the first one was used after it was loaded
 * @typedef {Map<import('./streams.js').Source, Map<string, Rounds>>} Measured by log, then by the viewer's name
 */

/**
 * Every viewer with every log of the plan; prints two tables a log.
 * @returns {Promise<{ measured: Measured, sections: { title: string, text: string }[], defects: string[] }>} `defects`:
 *   what went wrong in our own reader; a peer's troubles are cells of the tables
 */
export async function benchReaders({ browsers, server, plan, pageOf }) {
  /** @type {Measured} */
  const measured = new Map()
  const sections = []
  const defects = []
  for (const source of plan.sources) {
    const logUrl = server.prepare(source)
    measured.set(
      source,
      await measureSource({
        plan,
        source,
        run: (options) => runCase({ browsers, ...options }),
        logUrl,
        pageOf,
      }),
    )
    defects.push(...defectsOf(source, measured.get(source).get(ours.name) ?? []))
    for (const section of [loadTable(measured, source), usageTable(measured, source)]) {
      sections.push(section)
      say(`\n${section.title}\n\n${section.text}`)
    }
  }
  return { measured, sections, defects }
}

async function measureSource({ plan, source, run, logUrl, pageOf }) {
  const shown = [...floors, ...plan.viewers].filter(
    ({ usualLines = Number.POSITIVE_INFINITY }) => plan.isAll || source.lineCount <= usualLines,
  )
  const byName = new Map(shown.map(({ name }) => [name, []]))
  // Round by round, so that a slow moment of the machine hits all of them.
  for (let round = 0; round < plan.repeat; round += 1) {
    for (const viewer of shown) {
      const rounds = byName.get(viewer.name)
      if (rounds.some(({ trouble }) => trouble !== undefined)) continue
      if (viewer.isPeer && rounds.some(({ allMs }) => allMs > slowMs)) continue
      const startAt = performance.now()
      rounds.push(await run({ pageUrl: pageOf(viewer), logUrl, source, loadOnly: round > 0 }))
      const seconds = ((performance.now() - startAt) / 1000).toFixed(1)
      process.stderr.write(`${source.name}: ${viewer.name}, round ${round + 1} (${seconds} s)\n`)
    }
  }
  return byName
}

/** A page of ours that breaks or complains is no figure but a defect; what peers do is their own affair. */
function defectsOf({ name }, rounds) {
  const words = rounds.flatMap(({ trouble, errors }) => [
    ...(trouble === undefined ? [] : [`${trouble.stage}: ${trouble.why}`]),
    ...errors,
  ])
  return words.map((text) => `${name}: ${text}`)
}
