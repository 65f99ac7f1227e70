import type { ViewOptions } from './view-options.ts'

/** Whether two options put every row in the same place, whatever is marked in it. */
export function isSameLayout(a: ViewOptions, b: ViewOptions): boolean {
  return layoutOf(a) === layoutOf(b)
}

function layoutOf({ wrapColumns, filter, folds, expandedLines }: ViewOptions): string {
  const { query, minSeverity, contextLines, inverse } = filter ?? nothing
  const lookedFor = query && [query.text, query.isRegex, query.matchCase, query.wholeWord]
  return JSON.stringify([
    ...[wrapColumns, filter === null, lookedFor, minSeverity, contextLines, inverse],
    ...[folds.isAllFolded, folds.exceptLineIndexes, expandedLines],
  ])
}

const nothing = { query: null, minSeverity: null, contextLines: 0, inverse: false }
