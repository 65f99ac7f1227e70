import { expect, test } from 'vitest'
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
