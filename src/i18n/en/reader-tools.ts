import { count } from './plural.ts'

const lines = (lineCount: number): string => count(lineCount, { one: '# line', other: '# lines' })
const matches = (matchCount: number): string => count(matchCount, { one: '# match', other: '# matches' })
const masked = (maskedCount: number): string =>
  count(maskedCount, { one: '# secret masked', other: '# secrets masked' })
const number = (value: number): string => count(value, { other: '#' })

/** What is around the lines: tools, notices, search, menus, the sheet of keys. */
export const readerTools = {
  incomplete: 'Not the whole log yet: the rest has not arrived.',
  /** More of the log is on its way. */
  arriving: 'Loading the rest…',
  awaitedLine: (lineNumber: number): string =>
    `Waiting for line ${number(lineNumber)}: it has not arrived yet.`,
  replaced: 'The log was replaced upstream: earlier lines changed.',
  /** "12,345 lines · 1.2 MB" */
  totals: (lineCount: number, size: string): string => `${lines(lineCount)} · ${size}`,
  goToLine: 'Go to line',
  noLineNumber: 'That is no line number. Type one, or the first and the last of several: 120-140.',
  noSuchLine: (lineNumber: number, lineCount: number): string =>
    `There is no line ${number(lineNumber)}: the log has ${lines(lineCount)}.`,
  hiddenLine: (lineNumber: number): string => `Line ${number(lineNumber)} is hidden by the filter or a fold.`,
  lostLine: (lineNumber: number): string =>
    `The line that was linked to is not in this log any more. This is line ${number(lineNumber)} now.`,
  noLinkedLine: (lineNumber: number, lineCount: number): string =>
    `The line that was linked to, line ${number(lineNumber)}, is not in this log any more: it has ${lines(lineCount)} now.`,
  /** The same text, with other lines above it. */
  alikeLine: (fromNumber: number, toNumber: number): string =>
    `Line ${number(toNumber)} reads like the one that was linked to, line ${number(fromNumber)}, but what stands above it has changed: it may be another one.`,
  movedLine: (fromNumber: number, toNumber: number): string =>
    `What was line ${number(fromNumber)} when it was linked to is line ${number(toNumber)} now.`,
  toTop: 'Go to the first line',
  toEnd: 'Go to the last line',
  follow: 'Follow new output',
  copying: 'Copying…',
  handing: 'The browser takes it into the clipboard…',
  copied: (lineCount: number, maskedCount: number, hiddenCount: number): string =>
    (maskedCount === 0
      ? `Copied ${lines(lineCount)}.`
      : `Copied ${lines(lineCount)}, ${masked(maskedCount)}.`) +
    (hiddenCount === 0 ? '' : ` Left out, since a filter or a fold hides them: ${lines(hiddenCount)}.`),
  saving: 'Preparing the download…',
  saved: (maskedCount: number): string =>
    maskedCount === 0 ? 'Downloaded.' : `Downloaded, ${masked(maskedCount)}.`,
  selectedAll: (lineCount: number): string =>
    `All ${lines(lineCount)} are selected. Press Ctrl+C or ⌘C to copy.`,
  copyFailed: 'The browser did not allow copying. Download the log instead.',
  saveFailed: 'The file could not be made: there may be too little memory.',
  copyTooBig: (size: string): string => `${size} is too much for the clipboard. Download the log instead.`,
  toolbar: 'Log tools',

  search: {
    name: 'Search in the log',
    open: 'Search in the log (Ctrl+F)',
    field: 'Search',
    matchCase: 'Match case (Alt+C)',
    wholeWord: 'Whole word (Alt+W)',
    regex: 'Regular expression (Alt+R)',
    next: 'Next match (Enter, n, F3)',
    previous: 'Previous match (Shift+Enter, Shift+N, Shift+F3)',
    close: 'Close the search (Esc)',
    /** Behind a button where there is little room. */
    options: 'How to search, and which lines to show',
    optionsOn: 'How to search, and which lines to show: changed',
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
    /** Said after the count. */
    cut: (lineNumber: number): string =>
      ` (line ${number(lineNumber)} is over 8 MiB: matches in it longer than 128 KiB may be missing)`,
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
    /** When there are lines around the others. */
    inverseContext: 'Lines around the others are shown even if they match.',
    hidden: (filtered: number, folded: number): string => {
      const all = count(filtered + folded, { one: '# line hidden', other: '# lines hidden' })
      const asked = count(filtered, { one: '# does not match', other: '# do not match' })
      if (folded === 0)
        return count(filtered, {
          one: '# line hidden: it does not match',
          other: '# lines hidden: they do not match',
        })
      if (filtered === 0) return `${all}: in folded sections`
      return `${all}: ${asked}, ${number(folded)} in folded sections`
    },
    lookedAt: (share: string): string => `${share} of the lines looked at so far`,
    showAll: 'Show all',
  },

  errors: {
    noneAfter: 'No more errors below.',
    noneBefore: 'No errors above.',
    count: (errorCount: number): string => count(errorCount, { one: '# error', other: '# errors' }),
    first: 'Go to the first error',
    next: 'Next error (e)',
    previous: 'Previous error (Shift+E)',
  },

  view: {
    open: 'How the log is shown',
    wrap: 'Wrap long lines',
    lineNumbers: 'Line numbers',
    severityColors: 'Colours by severity',
    announcements: 'Announce new lines to screen readers',
    time: 'Time',
    times: {
      off: 'Not shown',
      clock: 'As date and time',
      'since-start': 'Since the start',
      gap: 'Since the line before',
    },
    fontSize: 'Text size',
    pixels: (fontPx: number): string => `${fontPx} px`,
    sections: (sectionCount: number): string =>
      count(sectionCount, { one: '# section', other: '# sections' }),
    foldAll: 'Fold all',
    unfoldAll: 'Unfold all',
  },

  zone: {
    label: 'Zone of all times',
    roles: { browser: 'this browser', logged: 'the platform’s' },
    others: 'Other zones',
    shown: (timeZone: string): string => `Times in ${timeZone}`,
  },

  /** Lines chosen by touch. */
  touch: {
    chosen: (first: string, last: string): string =>
      first === last ? `Line ${first}` : `Lines ${first}–${last}`,
    extend: 'Choose up to…',
    extending: 'Tap the last line',
    copy: 'Copy these lines',
    clear: 'Choose nothing',
  },

  copy: {
    open: 'Copy the log',
    save: 'Download the log',
    whole: 'The whole log:',
    shown: 'The lines shown, without the hidden ones:',
    selected: (lineCount: number): string =>
      count(lineCount, { one: '# selected line:', other: '# selected lines:' }),
    choices: {
      text: 'Copy as text',
      ansi: 'Copy with colours (ANSI)',
      markdown: 'Copy as Markdown with a link',
      raw: 'Copy unchanged, secrets included',
    },
    saveChoices: {
      text: 'Download as text',
      ansi: 'Download with colours (ANSI)',
      raw: 'Download unchanged, secrets included',
    },
    maskedNote: 'Passwords, tokens and keys are replaced by •••• unless you take it unchanged.',
  },

  keys: {
    open: 'Keyboard shortcuts (?)',
    title: 'Keyboard shortcuts of the log',
    groups: { move: 'Move', search: 'Search', copy: 'Select and copy', view: 'View' },
    does: {
      line: 'A line up or down',
      page: 'A page up or down',
      top: 'First line',
      end: 'Last line',
      goToLine: 'Go to a line by number',
      error: 'Next or previous error',
      search: 'Search',
      next: 'Next match',
      previous: 'Previous match',
      inField: 'In the search field: next or previous match',
      intoLines: 'From the search field into the lines',
      options: 'Case, whole words, expressions',
      closeSearch: 'Close the search',
      choose: 'Choose the next or previous line',
      extend: 'Choose more or fewer lines',
      selectAll: 'Select the whole log',
      copy: 'Copy what is selected',
      unselect: 'Select nothing',
      fold: 'Fold or unfold at the chosen line',
      wrap: 'Wrap long lines, or not',
      follow: 'Follow new output, or not',
      sheet: 'These shortcuts',
    },
  },
}

export type ReaderToolsMessages = typeof readerTools
