import type { MeaningState } from '../meaning/line-meaning.ts'
import type { LogMeaning } from '../meaning/log-meaning.ts'
import type { PagePort } from '../page-port.ts'
import type { MeaningNotice } from '../protocol.ts'

/** What the page knows of what lines mean. */
export interface PageMeanings {
  open(documentId: string): LogMeaning
  takeNotice(notice: MeaningNotice): void
}

const nothingYet: MeaningState = {
  counts: { debug: 0, info: 0, success: 0, warning: 0, error: 0, fatal: 0 },
  sectionCount: 0,
  scannedLineCount: 0,
}

export function createPageMeanings(port: PagePort): PageMeanings {
  const takers = new Map<number, (state: MeaningState) => void>()
  return {
    open(documentId) {
      const meaningId = port.nextId()
      const listeners = new Set<() => void>()
      let state = nothingYet
      takers.set(meaningId, (next) => {
        state = next
        for (const listener of listeners) listener()
      })
      port.send({ type: 'open-meaning', meaningId, documentId })
      return {
        state: () => state,
        subscribe(listener) {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        },
        async find(lineIndex, direction, minSeverity) {
          const type = 'find-line'
          const question = { type, meaningId, lineIndex, direction, minSeverity } as const
          return (await port.ask(type, (requestId) => ({ ...question, requestId }))).lineIndex
        },
        close() {
          listeners.clear()
          if (takers.delete(meaningId)) port.send({ type: 'close-meaning', meaningId })
        },
      }
    },
    takeNotice: ({ meaningId, state }) => takers.get(meaningId)?.(state),
  }
}
