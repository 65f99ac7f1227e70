import { Worker } from 'node:worker_threads'
import { build, type Rollup } from 'vite'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import type { CreateMatcher } from './matcher-port.ts'
import { createTextSearch, type TextSearch } from './text-search.ts'

/*
 * Expressions that never end, in a thread of their own as in the product: a fake one would end when told.
 */

let threadSource = ''
const threads: Worker[] = []

beforeAll(async () => {
  const entry = new URL('./serve-matches.ts', import.meta.url).pathname
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'search' } },
  })
  const [output] = built as Rollup.RollupOutput[]
  threadSource = `${output!.output[0].code}\nsearch.serveMatches(require('node:worker_threads').parentPort)`
})

afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()))
})

const createThread: CreateMatcher = () => {
  const thread = new Worker(threadSource, { eval: true })
  threads.push(thread)
  return {
    postMessage: (message) => thread.postMessage(message),
    addEventListener(type: string, listener: (event: { readonly data: unknown }) => void) {
      thread.on(type, (data) => listener({ data }))
    },
    terminate: () => void thread.terminate(),
  }
}

function documentOf(text: string): LogDocument {
  const document = createLogDocument()
  document.beginVersion().write(new TextEncoder().encode(text))
  return document
}

function startSearch(document: LogDocument, text: string, createMatcher = createThread): TextSearch {
  const query = { text, isRegex: true, matchCase: true, wholeWord: false }
  const search = createTextSearch(document, query, createMatcher, () => search.advance(performance.now() + 5))
  search.advance(performance.now() + 5)
  return search
}

async function end(search: TextSearch): Promise<void> {
  while (search.state().phase === 'scanning') await new Promise((resolve) => setTimeout(resolve, 5))
}

const slowLine = `${'a'.repeat(60)}!`

test('an expression that never ends is stopped, its line named, and what was counted before stands', async () => {
  const document = documentOf(`aaa\nb\n${'aa\n'.repeat(3000)}${slowLine}\naaa\n`)
  const search = startSearch(document, '(a+)+$')
  const { port1, port2 } = new MessageChannel()
  let answered = 0
  port2.onmessage = () => port2.postMessage('pong')
  port1.onmessage = () => {
    answered += 1
    setTimeout(() => port1.postMessage('ping'), 5)
  }
  port1.postMessage('ping')
  await end(search)
  port1.close()
  expect(search.state()).toMatchObject({
    phase: 'too-slow',
    slowLineIndex: 3002,
    count: 3001,
    lineCount: 3001,
  })
  expect(answered, 'questions answered meanwhile').toBeGreaterThan(20)
  expect(search.hasMatch(3003), 'a line after the slow one').toBe(false)
  const top = { lineIndex: 3002, pieceIndex: 0, offset: 0 }
  expect(await search.find(top, 'next')).toMatchObject({ lineIndex: 0, number: 1, hasWrapped: true })
  expect(await search.find(top, 'previous')).toMatchObject({ lineIndex: 3001, number: 3001 })
  search.close()
})

test('a line that is slow to look at is given up, and the search goes on', async () => {
  const document = documentOf(`${'aa\n'.repeat(10)}`)
  const search = startSearch(document, '(a+)+$')
  await end(search)
  // The row shows something else by now: only the lines that are here are counted.
  expect(search.matchesIn(3, 0, slowLine)).toEqual([])
  search.matchesIn(4, 0, 'aa')
  while (search.matchesIn(4, 0, 'aa').length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(search.matchesIn(4, 0, 'aa')).toEqual([{ offset: 0, length: 2 }])
  expect(search.matchesIn(3, 0, slowLine)).toEqual([])
  expect(search.state()).toMatchObject({ phase: 'done', count: 10 })
  search.close()
})

test('closed in the middle of a line that never ends: who waits for a match is told there is none', async () => {
  const search = startSearch(documentOf(`${slowLine}\n`), '(a+)+$')
  const found = search.find({ lineIndex: 0, pieceIndex: 0, offset: 0 }, 'next')
  search.close()
  expect(await found).toBe(null)
})

test('what is no expression says why, in the words of the engine', () => {
  const search = createTextSearch(
    documentOf('a'),
    { text: '(', isRegex: true, matchCase: true, wholeWord: false },
    createThread,
  )
  expect(search.state()).toMatchObject({ phase: 'invalid', count: 0 })
  expect(search.state().message).toContain('Unterminated group')
})

/** As Firefox now and then: the first thread never runs, nor does one that is begun while another is ended. */
function createShyThreads(): CreateMatcher {
  let endedAt = performance.now()
  return () => {
    const isLost = performance.now() < endedAt + 100
    const { terminate, ...port } = createThread()
    const lost = { ...port, postMessage: () => undefined, addEventListener: () => undefined }
    return {
      ...(isLost ? lost : port),
      terminate: () => {
        endedAt = performance.now()
        terminate()
      },
    }
  }
}

test('a thread that never begins is not waited for, and none is ended while another is to begin', async () => {
  const search = startSearch(documentOf('one\ntwo\n'), 't.o', createShyThreads())
  await end(search)
  expect(search.state()).toMatchObject({ phase: 'done', count: 1 })
  search.close()
})
