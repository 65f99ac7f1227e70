import { count } from './plural.ts'

const lines = (lineCount: number): string => count(lineCount, { one: '# line', other: '# lines' })
const matches = (matchCount: number): string => count(matchCount, { one: '# match', other: '# matches' })
const number = (value: number): string => count(value, { other: '#' })

export const reader = {
  loading: 'Loading the log…',
  waiting: 'No output yet. It will appear here as it comes.',
  empty: 'This log is empty: it has 0 bytes.',
  incomplete: 'Not the whole log yet: the rest has not arrived.',
  replaced: 'The log was replaced upstream: earlier lines changed.',
  /** "12,345 lines · 1.2 MB" */
  totals: (lineCount: number, size: string): string => `${lines(lineCount)} · ${size}`,
  newLines: (lineCount: number): string => count(lineCount, { one: '# new line', other: '# new lines' }),
  showNewLines: 'Go to the end and follow',
  lineNumber: (lineNumber: number): string => `Line ${lineNumber}`,
  goToLine: 'Go to line',
  noSuchLine: (lineNumber: number, lineCount: number): string =>
    `There is no line ${lineNumber}: the log has ${lines(lineCount)}.`,
  toTop: 'Go to the first line',
  toEnd: 'Go to the last line',
  follow: 'Follow new output',
  copyAll: 'Copy the whole log',
  copying: 'Copying…',
  copiedAll: (lineCount: number): string => `Copied ${lines(lineCount)}.`,
  selectedAll: (lineCount: number): string =>
    `All ${lines(lineCount)} are selected. Press Ctrl+C or ⌘C to copy.`,
  copyFailed: 'The browser did not allow copying. Download the log instead.',
  copyTooBig: (size: string): string => `${size} is too much for the clipboard. Download the log instead.`,
  download: 'Download the log',
  toolbar: 'Log tools',
  /** The line goes on: how much is left, and how much comes next. */
  restOfLine: (rest: string, next: string): string => `+${rest} more in this line — show next ${next}`,
  hiddenCharacter: (label: string): string => `Invisible character ${label}`,

  search: {
    name: 'Search in the log',
    open: 'Search in the log (Ctrl+F)',
    field: 'Search',
    matchCase: 'Match case (Alt+C)',
    wholeWord: 'Whole word (Alt+W)',
    regex: 'Regular expression (Alt+R)',
    next: 'Next match (Enter, F3)',
    previous: 'Previous match (Shift+Enter, Shift+F3)',
    close: 'Close the search (Esc)',
    noMatches: 'no matches',
    matches,
    /** "3 of 1,204", and which end of the log was passed on the way. */
    place: (place: number, matchCount: number, passed: 'next' | 'previous' | null): string => {
      const found = `${number(place)} of ${number(matchCount)}`
      if (passed === null) return found
      return passed === 'next' ? `${found}, from the top again` : `${found}, from the end again`
    },
    placeSoFar: (place: number, matchCount: number, share: string): string =>
      `${number(place)} of ${number(matchCount)} so far, ${share} searched`,
    scanning: (share: string, matchCount: number): string =>
      `searching ${share}… ${number(matchCount)} so far`,
    /** `reason` is the browser's, in English. */
    invalid: (reason: string): string => `Not a regular expression: ${reason}`,
    tooSlow: (lineNumber: number, matchCount: number): string =>
      `Stopped: this expression takes too long at line ${number(lineNumber)} (${matches(matchCount)} before it). ` +
      'Repeat less inside a repetition, or search for plain text.',
  },

  filter: {
    onlyMatching: 'Matching lines only',
    severity: 'Show',
    allSeverities: 'All lines',
    warnings: 'Warnings and errors',
    errors: 'Errors',
    context: 'With',
    contextLines: (lineCount: number): string =>
      count(lineCount, { one: '# line around', other: '# lines around' }),
    inverse: 'The others instead',
    hidden: (filtered: number, folded: number): string => {
      const all = count(filtered + folded, { one: '# line hidden', other: '# lines hidden' })
      const asked = count(filtered, { one: '# does not match', other: '# do not match' })
      if (folded === 0) return `${all}: ${asked}`
      if (filtered === 0) return `${all}: in folded sections`
      return `${all}: ${asked}, ${number(folded)} in folded sections`
    },
    lookedAt: (share: string): string => `${share} of the lines looked at so far`,
    showAll: 'Show all',
  },
}
