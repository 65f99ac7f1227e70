import { expect, test, vi } from 'vitest'
import { createLogStore, type OpenOutcome } from '#log'
import { startLogWorker } from './log-worker.ts'

test('the worker starts, reads a stream, and answers for its lines', async () => {
  const worker = startLogWorker()
  const store = createLogStore(worker)
  const stream = '{"kind":"script-log","key":"1","bytes":8}\none\ntwo\n{"kind":"end","bytes":0}\n'
  const url = URL.createObjectURL(new Blob([stream], { type: 'application/x-joblens-frames' }))
  const ids: (string | null)[] = []
  const outcome = await new Promise<OpenOutcome>((resolve) => {
    const onFrames = (frames: readonly { readonly documentId: string | null }[]): void => {
      ids.push(...frames.map(({ documentId }) => documentId))
    }
    store.open({ url, collection: 'step' }, { onFrames, onFinish: resolve })
  })
  expect(outcome).toEqual({ kind: 'complete' })
  const lines = await store.lines(ids[0] ?? '', 0, 5)
  expect(lines.map(({ text }) => text)).toEqual(['one', 'two'])
  worker.terminate()
})

test('expressions are searched in a worker that the page starts, and ended with the one that takes for ever', async () => {
  const worker = startLogWorker()
  const store = createLogStore(worker)
  const text = `one one\n${'a'.repeat(40)}b\ntwo two\n`
  const stream = `{"kind":"script-log","key":"1","bytes":${text.length}}\n${text}{"kind":"end","bytes":0}\n`
  const url = URL.createObjectURL(new Blob([stream], { type: 'application/x-joblens-frames' }))
  const documentId = await new Promise<string>((resolve) => {
    const onFrames = (frames: readonly { readonly documentId: string | null }[]): void => {
      for (const frame of frames) if (frame.documentId !== null) resolve(frame.documentId)
    }
    store.open({ url, collection: 'step' }, { onFrames, onFinish: () => undefined })
  })
  const phaseOf = async (pattern: string) => {
    const search = store.search(documentId, {
      text: pattern,
      isRegex: true,
      matchCase: false,
      wholeWord: false,
    })
    await vi.waitFor(() => expect(search.state().phase).not.toBe('scanning'), { timeout: 10_000 })
    const { phase, count } = search.state()
    search.close()
    return [phase, count]
  }
  expect(await phaseOf(String.raw`(\w+) \1`)).toEqual(['done', 2])
  expect(await phaseOf(String.raw`(a|a)+\1$`)).toEqual(['too-slow', 0])
  expect(await phaseOf(String.raw`(two) \1`)).toEqual(['done', 1])
  worker.terminate()
})
