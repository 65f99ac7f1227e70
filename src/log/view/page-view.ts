import type { PagePort } from '../page-port.ts'
import type { LaidOut, ViewNotice } from '../protocol.ts'
import type { LogView, ViewSnapshot } from './log-view.ts'
import { createRowCache } from './row-cache.ts'
import type { ViewOptions } from './view-options.ts'
import type { ViewRow } from './view-row.ts'

/** A view as the store sees it: what the reader gets, and the ways in for news. */
export interface PageView {
  readonly view: LogView
  takeNotice(notice: ViewNotice): void
  /** The text is gone. */
  forget(): void
}

/** What may be shown before the worker has said anything of the view. */
export interface FirstLook {
  readonly snapshot: ViewSnapshot
  readonly rows: readonly ViewRow[]
}

interface PendingRows {
  readonly from: number
  readonly to: number
  readonly layout: number
  readonly isAhead: boolean
  readonly fetched: Promise<void>
}

export function createPageView(
  port: PagePort,
  documentId: string,
  firstOptions: ViewOptions,
  firstLook: FirstLook | null,
  onClose: () => void,
): { readonly viewId: number } & PageView {
  const viewId = port.nextId()
  const cache = createRowCache()
  const listeners = new Set<() => void>()
  const pending = new Set<PendingRows>()
  const sentOptions = new Map<number, ViewOptions>([[viewId, firstOptions]])
  let snapshot: ViewSnapshot | null = firstLook?.snapshot ?? null
  let options = firstOptions
  let isClosed = false
  let keptEnd = 0
  if (firstLook !== null) cache.put({ firstRowIndex: 0, rows: firstLook.rows })

  const tell = (): void => {
    for (const listener of listeners) listener()
  }

  /** Options asked for before the ones in force will not be heard of again. */
  const optionsOf = (optionsId: number): ViewOptions => {
    options = sentOptions.get(optionsId) ?? options
    for (const earlier of sentOptions.keys()) if (earlier < optionsId) sentOptions.delete(earlier)
    return options
  }

  const takeNotice = ({ snapshot: sent, changedFromRowIndex, runs }: ViewNotice): void => {
    const { optionsId, ...numbers } = sent
    if (snapshot?.layout !== sent.layout) cache.clear()
    cache.outdate(changedFromRowIndex, sent.rowCount)
    const areOthers = runs.map(cache.put)
    const next = { ...numbers, options: optionsOf(optionsId) }
    const isNext = !isSameSnapshot(snapshot, next)
    if (isNext) snapshot = next
    if (isNext || areOthers.includes(true) || changedFromRowIndex < sent.rowCount) tell()
  }

  const fetchRows = async (from: number, to: number, layout: number, isAhead: boolean): Promise<void> => {
    const fetched = port
      .ask('rows', (requestId) => ({
        type: 'rows',
        requestId,
        viewId,
        firstRowIndex: from,
        lastRowIndex: to,
        isAhead,
      }))
      .then((answer) => {
        // Rows of another layout are of no use: the news of that one is on its way, or was here already.
        if (answer.layout === snapshot?.layout && cache.put(answer.run)) tell()
      })
    const range = { from, to, layout, isAhead, fetched }
    pending.add(range)
    await fetched
    pending.delete(range)
  }

  /**
   * Fetches what is missing, each range only once however many ask for it at the same time; but who looks does not
   * wait for what comes when there is time.
   */
  const fill = async (first: number, last: number, isAhead: boolean): Promise<void> => {
    const { layout = 0, rowCount = 0 } = snapshot ?? {}
    const work = cache.missing(first, last, rowCount).map(([from, to]) => {
      const running = [...pending].find(
        (range) =>
          range.layout === layout && range.from <= from && range.to >= to && (isAhead || !range.isAhead),
      )
      return running?.fetched ?? fetchRows(from, to, layout, isAhead)
    })
    await Promise.all(work)
    if (snapshot !== null && snapshot.layout !== layout) await fill(first, last, isAhead)
  }

  const takeLaidOut = (laidOut: LaidOut | null): number | null => {
    if (laidOut === null || isClosed) return null
    if (laidOut.notice !== null) takeNotice(laidOut.notice)
    return laidOut.rowIndex
  }

  const view: LogView = {
    documentId,
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    peek: cache.peek,
    async rows(firstRowIndex, lastRowIndex) {
      await fill(firstRowIndex, lastRowIndex, false)
      const from = Math.max(0, firstRowIndex)
      const count = Math.max(0, Math.min(lastRowIndex + 1, snapshot?.rowCount ?? 0) - from)
      return Array.from({ length: count }, (_, offset) => cache.peek(from + offset)).flatMap(
        (row) => row ?? [],
      )
    },
    readAhead: (firstRowIndex, lastRowIndex) => fill(firstRowIndex, lastRowIndex, true),
    keepEnd(rowCount) {
      if (rowCount !== keptEnd) port.send({ type: 'keep-end', viewId, rowCount })
      keptEnd = rowCount
    },
    async setOptions(wanted, anchor) {
      const answer = await port.ask('laid-out', (requestId) => {
        sentOptions.set(requestId, wanted)
        return { type: 'lay-out', requestId, viewId, optionsId: requestId, options: wanted, anchor }
      })
      return takeLaidOut(answer.laidOut)
    },
    async rowOf(place) {
      return (await port.ask('row-of', (requestId) => ({ type: 'row-of', requestId, viewId, place })))
        .rowIndex
    },
    async overview(bucketCount) {
      const type = 'overview'
      return (await port.ask(type, (requestId) => ({ type, requestId, viewId, bucketCount }))).overview
    },
    async copy(range, copyOptions, signal, onProgress = () => undefined) {
      signal?.throwIfAborted()
      const type = 'copy'
      let stop = (): void => undefined
      let unwatch = stop
      const { copied } = await port.ask(type, (requestId) => {
        stop = () => port.send({ type: 'stop-copy', viewId, copyId: requestId })
        signal?.addEventListener('abort', stop, { once: true })
        unwatch = port.watchCopy(requestId, onProgress)
        return { type, viewId, range, options: copyOptions, requestId }
      })
      signal?.removeEventListener('abort', stop)
      unwatch()
      signal?.throwIfAborted()
      // A copy that was quicker than the word of the closing is given up all the same.
      if (copied === null || isClosed) throw new Error('The text could not be copied')
      return copied
    },
    close() {
      if (isClosed) return
      isClosed = true
      listeners.clear()
      port.send({ type: 'close-view', viewId })
      onClose()
    },
  }

  port.send({ type: 'open-view', viewId, documentId, optionsId: viewId, options: firstOptions })
  return {
    viewId,
    view,
    takeNotice,
    forget() {
      snapshot = null
      cache.clear()
      tell()
    },
  }
}

function isSameSnapshot(a: ViewSnapshot | null, b: ViewSnapshot): boolean {
  return (
    a !== null &&
    a.rowCount === b.rowCount &&
    a.lineCount === b.lineCount &&
    a.byteLength === b.byteLength &&
    a.complete === b.complete &&
    a.revision === b.revision &&
    a.layout === b.layout &&
    a.laidOutLineCount === b.laidOutLineCount &&
    a.hiddenLineCounts.filter === b.hiddenLineCounts.filter &&
    a.hiddenLineCounts.fold === b.hiddenLineCounts.fold &&
    a.options === b.options
  )
}
