import { count } from './plural.ts'

const lines = (lineCount: number): string => count(lineCount, { one: '# line', other: '# lines' })

/** Node-man's collected logs have no title: only their own first line says what they are. */
const called = (title: string): string => (title === '' ? '' : ` “${title}”`)

/** What the rows of a log say of themselves. */
export const readerRows = {
  fold: (title: string, lineCount: number): string => `Fold${called(title)}: ${lines(lineCount)}`,
  unfold: (title: string, lineCount: number): string => `Unfold${called(title)}: ${lines(lineCount)}`,
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
  /** Of a time stamp that names its zone. */
  timeShown: (shown: string, zone: string): string => `${shown}, shown in ${zone}`,
  /** Of one that names none. `reading`: what the line says, "2026-03-09 09:00:00". */
  readingShown: (reading: string, takenZone: string, shown: string, zone: string): string =>
    `${shown}, shown in ${zone}: the line says ${reading}, taken as ${takenZone}`,
  /** Of one that names neither a day nor a zone. */
  clockShown: 'As written: the line names no day and no zone',
  linkTarget: (href: string): string => `Leads to ${href}`,
}
