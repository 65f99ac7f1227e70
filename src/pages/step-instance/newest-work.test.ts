import { expect, test } from 'vitest'
import { createNewestWork } from './newest-work.ts'
import type { SlicedWork } from './slices.ts'

interface Told {
  /** Names of pieces in the order in which they were done, and of results. */
  readonly pieces: string[]
  readonly results: string[]
}

/** Work of three pieces, each of which takes longer than a slice. */
function slow(name: string, { pieces }: Told, onPiece: () => void = () => undefined) {
  return function* (): SlicedWork<string> {
    for (let piece = 1; piece <= 3; piece += 1) {
      const until = performance.now() + 9
      while (performance.now() < until) pieces.length
      pieces.push(`${name} ${piece}`)
      onPiece()
      yield
    }
    return name
  }
}

function newestWork() {
  const told: Told = { pieces: [], results: [] }
  const waiting = new Map<string, () => void>()
  const newest = createNewestWork<string>((_work, result) => {
    told.results.push(result)
    waiting.get(result)?.()
  })
  const whenDone = (name: string) => new Promise<void>((resolve) => waiting.set(name, resolve))
  return { told, newest, whenDone }
}

test('work under way is finished, and of what is asked meanwhile only the newest is done', async () => {
  const { told, newest, whenDone } = newestWork()
  for (const name of ['first', 'passed over', 'last']) newest.put(slow(name, told))
  await whenDone('last')
  expect(told.results).toEqual(['first', 'last'])
  expect(told.pieces).not.toContain('passed over 1')
})

test('what is small is done at once, also after the end of all work', () => {
  const { told, newest } = newestWork()
  for (const name of ['one', 'two']) {
    newest.put(function* (): SlicedWork<string> {
      yield
      return name
    })
  }
  expect(told.results).toEqual(['one', 'two'])
})

test('work that began when the one before it had ended is stopped too', async () => {
  const { told, newest, whenDone } = newestWork()
  newest.put(slow('first', told))
  await new Promise<void>((resolve) => newest.put(slow('second', told, resolve)))
  newest.stop()
  newest.put(slow('third', told))
  await whenDone('third')
  expect(told.results).toEqual(['first', 'third'])
  expect(told.pieces.filter((piece) => piece.startsWith('second'))).toEqual(['second 1'])
})
