import type { Severity } from '../meaning/line-meaning.ts'
import type { MeaningIndex } from '../meaning/meaning-index.ts'
import { rankOf } from '../meaning/severity-rank.ts'
import type { TextSearch } from '../search/text-search.ts'
import { joinSieves, type LineSieve } from './line-sieve.ts'
import type { LineFilter } from './view-options.ts'

/** The condition that a filter states; null when it states none. `search` is the one for the filter's query. */
export function filterSieve(
  filter: LineFilter,
  meaning: MeaningIndex,
  search: TextSearch | null,
): LineSieve | null {
  const { minSeverity, inverse } = filter
  const sieves = [
    ...(search === null ? [] : [matchSieve(search)]),
    ...(minSeverity === null ? [] : [severitySieve(meaning, minSeverity)]),
  ]
  return sieves.length === 0 ? null : joinSieves(sieves, inverse)
}

/** Lines that a search could not look at pass: a filter that fails must not hide anything. */
function matchSieve(search: TextSearch): LineSieve {
  const hasFailed = (): boolean => ['invalid', 'too-slow'].includes(search.state().phase)
  return {
    get knownLineCount() {
      return hasFailed() ? Number.POSITIVE_INFINITY : search.state().scannedLineCount
    },
    advance: search.advance,
    passes: (lineIndex) =>
      search.hasMatch(lineIndex) || (hasFailed() && lineIndex >= search.state().scannedLineCount),
  }
}

function severitySieve(meaning: MeaningIndex, minSeverity: Severity): LineSieve {
  const minRank = rankOf(minSeverity)
  return {
    get knownLineCount() {
      return meaning.state().scannedLineCount
    },
    advance: meaning.advance,
    passes: (lineIndex) => meaning.worstBetween(lineIndex, lineIndex + 1) >= minRank,
  }
}
