import { ThemeProvider } from '@mui/material/styles'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createLogStore, type FramePort, type LogStore, type OpenOutcome, serveLogs } from '#log'
import { createJoblensTheme } from '#ui'
import { LogViewer } from './log-viewer.tsx'
import type { LineSelection } from './rows/line-selection.ts'

/** The parent page's state, as the viewer last asked for it. */
export interface MountedViewer {
  readonly store: LogStore
  /** Streams a version of the log; with `isWhole` false the stream is cut off just before its end. */
  readonly load: (text: string | Blob, isWhole?: boolean) => Promise<OpenOutcome>
  readonly select: (selection: LineSelection | null) => void
  readonly state: () => { readonly selection: LineSelection | null; readonly follow: boolean }
  readonly unmount: () => void
}

interface Options {
  readonly follow?: boolean
  readonly live?: boolean
  readonly receiving?: boolean
  readonly selection?: LineSelection | null
  /** The engine hears of everything this much later, as when it has much to read. */
  readonly lateMs?: number
  /** Stands before the engine. */
  readonly gate?: Gate
}

/** Questions for rows wait here while it is shut. */
export interface Gate {
  readonly shut: () => void
  readonly open: () => void
  /** A question for this row waits. */
  readonly isAskedFor: (rowIndex: number) => boolean
  readonly before: (port: MessagePort) => FramePort
}

interface AskedRows {
  readonly type: string
  readonly firstRowIndex: number
  readonly lastRowIndex: number
}

export function createGate(): Gate {
  const waiting: { readonly send: () => void; readonly asked: AskedRows }[] = []
  let isShut = false
  return {
    shut: () => {
      isShut = true
    },
    open: () => {
      isShut = false
      for (const { send } of waiting.splice(0)) send()
    },
    isAskedFor: (rowIndex) =>
      waiting.some(({ asked }) => asked.firstRowIndex <= rowIndex && rowIndex <= asked.lastRowIndex),
    before: (port) =>
      heldPort(port, (send, message) => {
        const asked = message as AskedRows
        if (isShut && asked.type === 'rows') waiting.push({ send, asked })
        else send()
      }),
  }
}

/** Shows the viewer with a real engine behind it (on this thread), fed by real frame streams from memory. */
export function mountViewer(options: Options = {}): MountedViewer {
  const { port1, port2 } = new MessageChannel()
  serveLogs(port1)
  const { lateMs, gate } = options
  const late = lateMs === undefined ? port2 : heldPort(port2, (send) => void setTimeout(send, lateMs))
  const store = createLogStore(gate === undefined ? late : gate.before(port2))
  const container = document.createElement('div')
  container.style.height = '500px'
  container.style.width = '900px'
  document.body.append(container)
  const root = createRoot(container)
  let state = { selection: options.selection ?? null, follow: options.follow ?? false }
  let select: MountedViewer['select'] = () => undefined

  function Parent() {
    const [selection, setSelection] = useState(state.selection)
    const [follow, setFollow] = useState(state.follow)
    state = { selection, follow }
    select = setSelection
    return (
      <LogViewer
        store={store}
        documentId={documentId}
        label="Log of 10.0.0.1"
        selection={selection}
        onSelectionChange={setSelection}
        follow={follow}
        onFollowChange={setFollow}
        live={options.live ?? false}
        receiving={options.receiving ?? false}
        downloadName="10.0.0.1.log"
      />
    )
  }
  root.render(
    <ThemeProvider theme={createJoblensTheme()}>
      <Parent />
    </ThemeProvider>,
  )
  return {
    store,
    load: (text, isWhole = true) => load(store, text, isWhole),
    select: (selection) => select(selection),
    state: () => state,
    unmount: () => {
      root.unmount()
      container.remove()
      port1.close()
    },
  }
}

/** What is sent through it arrives when `send` is called. */
function heldPort(port: MessagePort, hold: (send: () => void, message: unknown) => void): FramePort {
  return {
    postMessage: (message) => hold(() => port.postMessage(message), message),
    addEventListener: (type, listener) => port.addEventListener(type, listener),
    start: () => port.start(),
  }
}

const documentId = JSON.stringify(['step', 'host'])

function load(store: LogStore, text: string | Blob, isWhole: boolean): Promise<OpenOutcome> {
  const body = new Blob([text])
  const header = JSON.stringify({ kind: 'script-log', key: 'host', bytes: body.size + (isWhole ? 0 : 1) })
  const end = isWhole ? '{"kind":"end","bytes":0}\n' : ''
  const url = URL.createObjectURL(
    new Blob([`${header}\n`, body, end], { type: 'application/x-joblens-frames' }),
  )
  return new Promise((resolve) => {
    store.open({ url, collection: 'step' }, { onFrames: () => undefined, onFinish: resolve })
  })
}

/** `count` numbered lines. */
export function numberedLines(count: number, from = 1): string {
  const parts: string[] = []
  for (let number = from; number < from + count; number += 1) parts.push(`text of ${number}\n`)
  return parts.join('')
}
