import { runCase } from './case.js'
import { loadTable, usageTable } from './report.js'
import { floors, ours } from './viewers.js'

/** A load that takes this long is not repeated: no noise makes it fast. */
const slowMs = 5000

/**
 * @typedef {import('./case.js').CaseResult[]} Rounds the first one was used after it was loaded
 * @typedef {Map<import('./streams.js').Source, Map<string, Rounds>>} Measured by log, then by the viewer's name
 */

/**
 * Every viewer with every log of the plan; prints two tables a log.
 * @returns {Promise<{ measured: Measured, sections: { title: string, text: string }[] }>}
 */
export async function benchReaders({ browsers, server, plan, pageOf }) {
  /** @type {Measured} */
  const measured = new Map()
  const sections = []
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
    for (const section of [loadTable(measured, source), usageTable(measured, source)]) {
      sections.push(section)
      console.log(`\n${section.title}\n\n${section.text}`)
    }
  }
  return { measured, sections }
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
      if (rounds.some(isNotRepeated)) continue
      process.stderr.write(`${source.name}: ${viewer.name}, round ${round + 1}\n`)
      const options = { pageUrl: pageOf(viewer), logUrl, source }
      rounds.push(await run({ ...options, isOurs: viewer === ours, loadOnly: round > 0 }))
    }
  }
  return byName
}

function isNotRepeated({ trouble, allMs }) {
  return trouble !== undefined || allMs > slowMs
}
