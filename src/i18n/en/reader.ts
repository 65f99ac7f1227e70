import { count } from './plural.ts'

const lines = (lineCount: number): string => count(lineCount, { one: '# line', other: '# lines' })

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
}
