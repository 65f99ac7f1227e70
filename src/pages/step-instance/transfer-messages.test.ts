import { expect, test } from 'vitest'
import { transferOf } from './step-instance.fixture.ts'
import { createTransferMessages } from './transfer-messages.ts'
import { makeRow } from './transfer-row.ts'

const rowOf = (n: number, bytes = 10, status = 4) =>
  makeRow({
    frame: { key: `t${n}`, hostKey: `${n}`, transfer: transferOf(n, { status }), bytes },
    documentId: `d${n}`,
  })

/** Resolves when the messages have news for the nth time. */
const news = (messages: ReturnType<typeof createTransferMessages>) =>
  new Promise<void>((resolve) => {
    const stop = messages.subscribe(() => {
      stop()
      resolve()
    })
  })

test('reads what the last line says, and tells that it has', async () => {
  const messages = createTransferMessages(async () => ['[t] No Space left'])
  const before = messages.snapshot()
  const row = rowOf(1)
  expect(messages.get(row)).toBeUndefined()
  messages.want([row])
  await news(messages)
  expect(messages.get(row)).toBe('No Space left')
  expect(messages.snapshot()).not.toBe(before)
})

test.each(['Status: 3 StatusDesc: downloading Progress: 50% Detail: downloading', 'State: 正在下载'])(
  'progress is what a transfer says on its way, not why it failed: %s',
  async (line) => {
    const messages = createTransferMessages(async () => [`[t] FileName: /a ${line}`])
    const moving = rowOf(1, 10, 3)
    messages.want([moving])
    await news(messages)
    expect(messages.get(moving)).toMatch(/downloading|正在下载/)
    expect(messages.get(rowOf(1, 10, 5))).toBe('')
  },
)

test('a failure that begins like progress is a reason', async () => {
  const messages = createTransferMessages(async () => ['Detail: downloading failed: disk full'])
  messages.want([rowOf(1, 10, 5)])
  await news(messages)
  expect(messages.get(rowOf(1, 10, 5))).toBe('downloading failed: disk full')
})

test('an empty log has no message and is never asked for', () => {
  const messages = createTransferMessages(() => Promise.reject(new Error('asked')))
  messages.want([rowOf(1, 0)])
  expect(messages.get(rowOf(1, 0))).toBe('')
})

test('a log is read once, and again only when it has grown', async () => {
  const asked: string[] = []
  const messages = createTransferMessages(async (documentIds) => {
    asked.push(...documentIds)
    return documentIds.map(() => 'x')
  })
  messages.want([rowOf(1), rowOf(2)])
  messages.want([rowOf(1)])
  await news(messages)
  messages.want([rowOf(1), rowOf(2, 20)])
  await news(messages)
  expect(asked).toEqual(['d1', 'd2', 'd2'])
})

test('rows on screen go before a long list that is being searched', async () => {
  const asked: string[] = []
  const messages = createTransferMessages(async (documentIds) => {
    asked.push(...documentIds)
    return documentIds.map(() => 'x')
  })
  messages.want(Array.from({ length: 1000 }, (_, n) => rowOf(n)))
  messages.want([rowOf(5000)])
  await news(messages)
  await news(messages)
  expect(asked).toHaveLength(1001)
  expect(asked.indexOf('d5000')).toBeLessThan(500)
})
