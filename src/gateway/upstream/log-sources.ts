import type { ExecuteObject, FileTransfer } from '#contract'
import { type AskedTarget, allSelectors, groupBySelector, type StepLogSource } from './log-plan.ts'
import { indexTargets, type LogTarget, selectorFor, targetOfObject } from './log-targets.ts'

/** Collects the sources downloads name, each once, unless they were asked for anyway. */
export function createSourceFinder(dialect: StepLogSource['dialect'], known: readonly LogTarget[]) {
  const isKnown = indexTargets(known)
  const seen = new Set<string>()
  let found: AskedTarget[] = []
  const selectors = allSelectors(dialect)
  return {
    notice({ direction, source }: FileTransfer): void {
      if (direction === 'download' && source !== null) visit(source)
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
