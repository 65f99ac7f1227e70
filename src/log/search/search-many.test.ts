import { expect, test } from 'vitest'
import { createCollections } from '../collections.ts'
import { type ManyFound, searchMany } from './search-many.ts'

const utf8 = new TextEncoder()

function collectionOf(texts: Readonly<Record<string, string>>) {
  const collections = createCollections()
  for (const [key, text] of Object.entries(texts)) {
    const version = collections.open('one', key).document.beginVersion()
    version.write(utf8.encode(text))
    version.finish()
  }
  collections.open('other', 'x').document.beginVersion().write(utf8.encode('disk full'))
  return collections
}

async function search(texts: Readonly<Record<string, string>>, text: string, isStopped = () => false) {
  const told: ManyFound[] = []
  await searchMany(collectionOf(texts), 'one', text, (found) => told.push(found), isStopped)
  return {
    keys: told.flatMap(({ documentIds }) => documentIds.map((id) => JSON.parse(id)[1])),
    last: told.at(-1),
  }
}

test('finds a text anywhere in the logs of one collection, whatever the case', async () => {
  const texts = { a: 'first\nDisk FULL here\nlast', b: 'nothing', c: '', d: '磁盘已满 disk full' }
  const { keys, last } = await search(texts, 'disk Full')
  expect(keys).toEqual(['a', 'd'])
  expect(last).toMatchObject({ searched: 4, total: 4, complete: true })
})

test('a match across the border of two windows is found', async () => {
  const border = 256 * 1024
  for (const before of [border - 4, border - 1, border]) {
    const { keys } = await search({ a: `${'x'.repeat(before)}needle${'y'.repeat(border)}` }, 'needle')
    expect(keys, `${before} bytes before it`).toEqual(['a'])
  }
})

test('stopped, it never says that it is complete', async () => {
  const { keys, last } = await search({ a: 'x', b: 'x' }, 'x', () => true)
  expect(keys).toEqual([])
  expect(last).toBeUndefined()
})
