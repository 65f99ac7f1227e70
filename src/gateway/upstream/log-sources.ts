import type { ExecuteObject } from '#contract'
import type { StepLogAnswer } from './job-logs.ts'
import { type AskedTarget, allSelectors, groupBySelector, type StepLogSource } from './log-plan.ts'
import { indexTargets, type LogTarget, selectorFor, targetOfObject } from './log-targets.ts'

/** Collects the sources downloads name, each once, unless they were asked for anyway. */
export function createSourceFinder(dialect: StepLogSource['dialect'], known: readonly LogTarget[]) {
  const isKnown = indexTargets(known)
  const seen = new Set<string>()
  let found: AskedTarget[] = []
  const selectors = allSelectors(dialect)
  return {
    notice(files: StepLogAnswer['files']): void {
      for (const { transfers } of files) {
        for (const { transfer } of transfers) {
          if (transfer.direction === 'download' && transfer.source !== null) visit(transfer.source)
        }
      }
    },
    /** Those found since the last time, by the list that names them. */
    take(): readonly (readonly AskedTarget[])[] {
      const taken = groupBySelector(found)
      found = []
      return taken
    },
  }
  function visit(object: ExecuteObject): void {
    const target = targetOfObject(object)
    if (seen.has(target.key)) return
    seen.add(target.key)
    const selector = selectorFor(target, selectors)
    if (selector !== null && isKnown(object).length === 0) found.push({ target, selector, asSource: true })
  }
}

export type SourceFinder = ReturnType<typeof createSourceFinder>
