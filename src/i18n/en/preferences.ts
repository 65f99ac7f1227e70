import { count } from './plural.ts'

export const preferences = {
  language: 'Language',
  theme: 'Theme',
  themeNames: { light: 'Light', dark: 'Dark', system: 'System' },
  timeZone: 'Time zone',
  zoneRoles: { browser: 'mine', logged: 'the platform’s' },
  /** `time` has its zone. */
  now: (time: string): string => `Now: ${time}`,
  /** Of times that upstream gives without a zone. */
  naiveTimes: (timeZone: string): string =>
    `Times the platform gives without a zone are read as ${timeZone}.`,
  reader: 'Logs',
  keys: 'Keys',
  characterKeys: 'Keys of one character work all over the page',
  showKeys: 'All keyboard shortcuts',
  file: 'All of these, and the stars',
  save: 'Save as a file',
  copy: 'Copy as text',
  take: 'Read a file…',
  leftOut: (names: string, n: number): string =>
    count(n, {
      one: `The file was read. # thing in it is not known here, or belongs to the browser it came from, and was left out: ${names}.`,
      other: `The file was read. # things in it are not known here, or belong to the browser they came from, and were left out: ${names}.`,
    }),
  reload: 'Reload to see the others',
  refused: 'This is not a file of Joblens preferences. Nothing was changed.',
  newer: 'A later version of Joblens wrote this file; this one cannot read it. Nothing was changed.',
  forget: 'Forget all choices',
  notKept: 'This browser stores nothing for Joblens: choices last until the page is closed.',
}

export type PreferencesMessages = typeof preferences
