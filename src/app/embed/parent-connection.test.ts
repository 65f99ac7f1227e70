import { expect, onTestFinished, test } from 'vitest'
import type { EmbedCommand } from './embed-messages.ts'
import { openConnection } from './parent-connection.ts'

const portal = 'https://portal.example.com'
const connect = { joblens: 'connect', version: 'v1', id: 'first' }

interface Answer {
  readonly data: unknown
  readonly targetOrigin: string
  readonly port: MessagePort
}

/** A window and its parent, as far as they talk to each other: events are real, ports too. */
function frame(parents: readonly string[] = [portal]) {
  const answers: Answer[] = []
  const commands: EmbedCommand[] = []
  const parent = {
    postMessage: (data: unknown, targetOrigin: string, [port]: readonly MessagePort[]) => {
      if (port !== undefined) answers.push({ data, targetOrigin, port })
    },
  }
  const own = Object.assign(new EventTarget(), { parent })
  const connection = openConnection({
    own: own as unknown as Window,
    parents,
    known: ['v1'],
    greeting: { type: 'ready', version: 'v1', ignored: [] },
    onCommand: (command) => commands.push(command),
  })
  onTestFinished(connection.close)
  const post = (data: unknown, origin = portal, source: unknown = parent) => {
    own.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }))
  }
  return { own, connection, answers, commands, post }
}

/** What comes out of the port, up to and with a message of this type. */
function heard(port: MessagePort, last: string): Promise<readonly { readonly type: string }[]> {
  const all: { readonly type: string }[] = []
  onTestFinished(() => port.close())
  return new Promise((resolve) => {
    port.onmessage = ({ data }) => {
      all.push(data)
      if (data.type === last) resolve(all)
    }
  })
}

test('an allowed parent gets a channel, at its own origin, and hears what was told before it came', async () => {
  const { connection, answers, post } = frame()
  connection.tell({ type: 'title', title: 'One', sign: '' })
  connection.tell({ type: 'title', title: 'Two', sign: '' })
  connection.tell({ type: 'height', height: 300 })
  post(connect)
  expect(answers).toMatchObject([
    { data: { joblens: 'connected', version: 'v1', id: 'first' }, targetOrigin: portal },
  ])
  expect(await heard(answers[0]!.port, 'height')).toEqual([
    { type: 'ready', version: 'v1', ignored: [] },
    { type: 'title', title: 'Two', sign: '' },
    { type: 'height', height: 300 },
  ])
})

test.each([
  ['another origin', ['https://evil.example', undefined]],
  ['no origin', ['null', undefined]],
  ['a sibling frame of the right origin', [portal, { postMessage: () => undefined }]],
  ['nobody', [portal, null]],
] as const)('%s hears nothing at all', (_name, [origin, source]) => {
  const { connection, answers, post } = frame()
  connection.tell({ type: 'title', title: 'Secret', sign: '' })
  if (source === undefined) post(connect, origin)
  else post(connect, origin, source)
  expect(answers).toEqual([])
})

test('without configured parents nobody is answered', () => {
  const { answers, post } = frame([])
  post(connect)
  expect(answers).toEqual([])
})

test('asking again gets no second channel; a parent that starts anew does', () => {
  const { answers, post } = frame()
  post(connect)
  post(connect)
  expect(answers).toHaveLength(1)
  post({ ...connect, id: 'second' })
  expect(answers).toHaveLength(2)
})

test('two scripts of one page, an old copy and a new one, both hear everything and are both obeyed', async () => {
  const { connection, answers, commands, post } = frame()
  post(connect)
  post({ ...connect, id: 'copy' })
  post({ ...connect, id: 'future', version: 'v9' })
  connection.tell({ type: 'height', height: 300 })
  const ports = answers.slice(0, 2).map(({ port }) => port)
  for (const all of await Promise.all(ports.map((port) => heard(port, 'height'))))
    expect(all.map(({ type }) => type)).toEqual(['ready', 'height'])
  for (const port of ports) port.postMessage({ type: 'setTheme', theme: 'dark' })
  await expect.poll(() => commands).toHaveLength(2)
})

test('a parent that connects anew for ever does not pile up channels', async () => {
  const { connection, answers, post } = frame()
  for (let count = 0; count < 9; count += 1) post({ ...connect, id: `${count}` })
  connection.tell({ type: 'height', height: 300 })
  const second = await heard(answers[1]!.port, 'height')
  expect(second.map(({ type }) => type)).toEqual(['ready', 'height'])
  const first = heard(answers[0]!.port, 'end')
  await heard(answers[8]!.port, 'height')
  answers[0]!.port.dispatchEvent(new MessageEvent('message', { data: { type: 'end' } }))
  expect((await first).map(({ type }) => type)).not.toContain('height')
})

test('commands arrive in order; what is none is said to be none', async () => {
  const { answers, commands, post } = frame()
  post(connect)
  const { port } = answers[0]!
  const told = heard(port, 'error')
  port.postMessage({ type: 'setTheme', theme: 'dark' })
  port.postMessage({ type: 'goTo', path: '/node-man/jobs' })
  port.postMessage({ type: 'goTo', path: 'https://evil.example/' })
  expect((await told).at(-1)).toEqual({ type: 'error', kind: 'bad-message', requestId: null })
  expect(commands).toEqual([
    { type: 'setTheme', theme: 'dark' },
    { type: 'goTo', path: '/node-man/jobs' },
  ])
})

test('what is told twice is said once; what is over is not said to a parent that comes later', async () => {
  const { connection, answers, post } = frame()
  connection.tell({ type: 'error', kind: 'denied', requestId: null })
  connection.forget('error')
  post(connect)
  connection.tell({ type: 'height', height: 300 })
  connection.tell({ type: 'height', height: 300 })
  connection.tell({ type: 'title', title: 'End', sign: '' })
  const all = await heard(answers[0]!.port, 'title')
  expect(all.map(({ type }) => type)).toEqual(['ready', 'height', 'title'])
})

test('a script of another version is told which ones are known, and nothing else', async () => {
  const { connection, answers, post } = frame()
  connection.tell({ type: 'title', title: 'Secret', sign: '' })
  post({ ...connect, version: 'v2' })
  connection.tell({ type: 'title', title: 'Secret too', sign: '' })
  const all = heard(answers[0]!.port, 'end')
  post({ ...connect, id: 'second' })
  await heard(answers[1]!.port, 'title')
  answers[0]!.port.dispatchEvent(new MessageEvent('message', { data: { type: 'end' } }))
  const [only, end] = await all
  expect(end).toEqual({ type: 'end' })
  expect(only).toEqual({ type: 'error', kind: 'unknown-version', requestId: null, known: ['v1'] })
})

test('what the parent says of downloads is known, until it says something else', () => {
  const { connection, post } = frame()
  expect(connection.mayDownload()).toBeNull()
  post({ ...connect, downloads: false })
  expect(connection.mayDownload()).toBe(false)
})

test('a page that leaves says so', async () => {
  const { own, answers, post } = frame()
  post(connect)
  own.dispatchEvent(new Event('pagehide'))
  expect((await heard(answers[0]!.port, 'bye')).map(({ type }) => type)).toEqual(['ready', 'bye'])
})
