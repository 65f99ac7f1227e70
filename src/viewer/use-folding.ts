import { useCallback, useState } from 'react'
import type { SectionFolds } from '#log'

/** Which sections are folded, and which lines show the states they wrote over. */
export interface Folding {
  readonly folds: SectionFolds
  readonly expandedLines: readonly number[]
  readonly foldAll: (isAllFolded: boolean) => void
  readonly toggleSection: (lineIndex: number) => void
  readonly toggleStates: (lineIndex: number) => void
  readonly unfoldSection: (lineIndex: number) => void
}

const nothingFolded: SectionFolds = { isAllFolded: false, exceptLineIndexes: [] }
const nothingExpanded: readonly number[] = []

export function useFolding(): Folding {
  const [folds, setFolds] = useState(nothingFolded)
  const [expandedLines, setExpandedLines] = useState(nothingExpanded)
  const foldAll = useCallback((isAllFolded: boolean) => setFolds({ isAllFolded, exceptLineIndexes: [] }), [])
  const toggleSection = useCallback(
    (lineIndex: number) =>
      setFolds((before) => ({
        ...before,
        exceptLineIndexes: toggled(before.exceptLineIndexes, lineIndex),
      })),
    [],
  )
  const unfoldSection = useCallback(
    (lineIndex: number) =>
      setFolds((before) => {
        const { isAllFolded, exceptLineIndexes } = before
        if (exceptLineIndexes.includes(lineIndex) === isAllFolded) return before
        return { isAllFolded, exceptLineIndexes: toggled(exceptLineIndexes, lineIndex) }
      }),
    [],
  )
  const toggleStates = useCallback(
    (lineIndex: number) => setExpandedLines((before) => toggled(before, lineIndex)),
    [],
  )
  return { folds, expandedLines, foldAll, toggleSection, toggleStates, unfoldSection }
}

function toggled(kept: readonly number[], lineIndex: number): readonly number[] {
  return kept.includes(lineIndex)
    ? kept.filter((one) => one !== lineIndex)
    : [...kept, lineIndex].sort((one, other) => one - other)
}
