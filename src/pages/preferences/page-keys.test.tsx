import { expect, test } from 'vitest'
import { keys as enKeys } from '../../i18n/en/keys.ts'
import { readerTools } from '../../i18n/en/reader-tools.ts'
import { pageKeys } from './page-keys.ts'

const nothing = { hosts: false, table: false, filter: false, steps: false, log: false }

function titles(parts: Partial<typeof nothing>): readonly string[] {
  return pageKeys({ ...nothing, ...parts }, enKeys, readerTools).map(({ title }) => title)
}

test('the sheet lists the keys of what is on the page, and of nothing else', () => {
  expect(titles({})).toEqual(['Everywhere'])
  expect(titles({ table: true })).toEqual(['Everywhere', 'Tables'])
  expect(titles({ hosts: true, log: true })).toEqual([
    'Everywhere',
    'List of hosts',
    'Log: move',
    'Log: search',
    'Log: select and copy',
    'Log: view',
  ])
})

test('every key has words, and no two rows of a group the same', () => {
  const groups = pageKeys(
    { hosts: true, table: true, filter: true, steps: true, log: true },
    enKeys,
    readerTools,
  )
  for (const { title, shortcuts } of groups) {
    const words = shortcuts.map(({ does }) => does)
    expect([title, words.length]).toEqual([title, new Set(words).size])
    for (const { ways, does } of shortcuts)
      expect([does, ways.length > 0, does !== '']).toEqual([does, true, true])
  }
})
