import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCollections } from './collections.ts'
import { unpackGrowth } from './growth-notice.ts'
import { createNews } from './log-news.ts'
import { createPause } from './pause.ts'
import type { ToPage } from './protocol.ts'
import type { ReaderServer } from './view/serve-readers.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** A followed log that is told of as it grows: what was sent, by how many milliseconds after the first news. */
function tail() {
  const collections = createCollections()
  const { documentId, document } = collections.open('step', 'host')
  const readers: ReaderServer = {
    handle: () => undefined,
    isViewed: () => true,
    takeNews: () => ({ views: [], searches: [], meanings: [] }),
    firstRows: () => null,
    forget: () => undefined,
  }
  const sent: { readonly atMs: number; readonly message: ToPage }[] = []
  const startedAt = performance.now()
  const send = (message: ToPage): void =>
    void sent.push({ atMs: Math.round(performance.now() - startedAt), message })
  const paint = createPause(100)
  const news = createNews({ collections, readers, paint, send })
  const version = document.beginVersion()
  const grow = (lineCount: number): void => {
    version.write(new TextEncoder().encode('a line\n'.repeat(lineCount)))
    news.addChange(documentId)
    void news.afterChunk()
  }
  return { sent, grow }
}

const lineCounts = (messages: readonly ToPage[]) =>
  messages.flatMap((message) =>
    message.type === 'news' && message.growth !== null
      ? unpackGrowth(message.growth).map(({ lineCount }) => lineCount)
      : [],
  )

test('a log that grows a little is told of ten times a second', async () => {
  const { sent, grow } = tail()
  for (let beat = 0; beat < 100; beat += 1) {
    grow(1)
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(sent.map(({ atMs }) => atMs)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
})

test('lines that fill the view are told of four times a second, each time in one message', async () => {
  const { sent, grow } = tail()
  for (let beat = 0; beat < 100; beat += 1) {
    grow(50)
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(sent.map(({ atMs }) => atMs)).toEqual([0, 250, 500, 750, 1000])
  expect(sent.map(({ message }) => message.type)).toEqual(['news', 'news', 'news', 'news', 'news'])
  expect(lineCounts(sent.map(({ message }) => message))).toEqual([50, 1250, 2500, 3750, 5000])
})
