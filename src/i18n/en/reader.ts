import { count } from './plural.ts'

/** The lines of a log, and what stands there before they come. */
export const reader = {
  loading: 'Loading the log…',
  waiting: 'No output yet. It will appear here as it comes.',
  empty: 'This log is empty: it has 0 bytes.',
  /** Upstream had text before. */
  emptied: 'This log was emptied upstream.',
  newLines: (lineCount: number): string => count(lineCount, { one: '# new line', other: '# new lines' }),
  showNewLines: 'Go to the end and follow',
  lineNumber: (lineNumber: number): string => `Line ${lineNumber}`,
  hiddenCharacter: (label: string): string => `Invisible character ${label}`,

  severityNames: {
    debug: 'Debug',
    info: 'Information',
    success: 'Success',
    warning: 'Warning',
    error: 'Error',
    fatal: 'Fatal error',
  },
  /** A part of the program did not arrive. */
  partFailed: 'This could not be loaded. Check the connection and open it again.',
}
