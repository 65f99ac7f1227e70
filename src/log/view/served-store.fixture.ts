import { onTestFinished } from 'vitest'
import { createLogStore, type LogStore } from '../log-store.ts'
import { serveLogs } from '../serve-logs.ts'
import type { LogView } from './log-view.ts'
import type { ViewRow } from './view-row.ts'

/** A store and the worker's side of it, in one process, until the test is over. */
export function startStore(): LogStore {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  serveLogs(port1)
  return createLogStore(port2)
}

/** The id of the text that `receive` puts there. */
export const documentId = JSON.stringify(['step', '1'])

/** Lets the store receive a version of the one text, as a whole stream. */
export function receive(store: LogStore, text: string): Promise<void> {
  const header = JSON.stringify({
    kind: 'script-log',
    key: '1',
    bytes: new TextEncoder().encode(text).length,
  })
  const body = encodeURIComponent(`${header}\n${text}{"kind":"end","bytes":0}\n`)
  const url = `data:application/x-joblens-frames,${body}`
  return new Promise((resolve) => {
    store.open({ url, collection: 'step' }, { onFrames: () => undefined, onFinish: () => resolve() })
  })
}

/** Resolves when the view's snapshot is as wanted. */
export function until(view: LogView, isWanted: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isWanted()) return
      stop()
      resolve()
    }
    const stop = view.subscribe(look)
    look()
  })
}

/** What a row shows, as text. */
export function shownText(row: ViewRow | undefined): string {
  if (row === undefined) return '(none)'
  if (row.kind === 'gap') return `(${row.lineCount} lines hidden by ${row.reason})`
  return row.segments.map(({ text }) => text).join('')
}

export async function shownTexts(view: LogView): Promise<readonly string[]> {
  return (await view.rows(0, Number.MAX_SAFE_INTEGER)).map(shownText)
}
