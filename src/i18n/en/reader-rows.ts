import { count } from './plural.ts'

const lines = (lineCount: number): string => count(lineCount, { one: '# line', other: '# lines' })

/** What the rows of a log say of themselves. */
export const readerRows = {
  fold: (title: string, lineCount: number): string => `Fold “${title}”: ${lines(lineCount)}`,
  unfold: (title: string, lineCount: number): string => `Unfold “${title}”: ${lines(lineCount)}`,
  foldedLines: lines,
  filteredGap: (lineCount: number): string =>
    count(lineCount, { one: '# line hidden', other: '# lines hidden' }),
  foldedGap: (lineCount: number): string =>
    count(lineCount, { one: '# line folded', other: '# lines folded' }),
  showHidden: 'Show all lines here',
  /** A progress bar wrote over itself. */
  earlierStates: (stateCount: number): string =>
    count(stateCount, { one: '# earlier state', other: '# earlier states' }),
  showStates: 'Show the states this line wrote over',
  hideStates: 'Show only the last state of this line',
  continuation: (lineNumber: number): string => `Line ${lineNumber}, continued`,
  linkTarget: (href: string): string => `Leads to ${href}`,
}
