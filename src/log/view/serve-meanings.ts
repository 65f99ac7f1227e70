import type { MeaningState } from '../meaning/line-meaning.ts'
import type { MeaningNotice, ToPage, ToWorker } from '../protocol.ts'
import type { LogIndexes } from './log-indexes.ts'

export type MeaningMessage = Extract<
  ToWorker,
  { readonly type: 'open-meaning' | 'find-line' | 'close-meaning' }
>

/** What the page wants to know of what lines mean. */
export interface MeaningServer {
  handle(message: MeaningMessage): void
  /** Texts that are asked about. */
  documentIds(): readonly string[]
  /** Answers what can be answered by now. */
  settle(): void
  /** States of some texts that the page does not know yet. */
  takeNotices(isOf: (documentId: string) => boolean): readonly MeaningNotice[]
}

type FindLine = Extract<MeaningMessage, { readonly type: 'find-line' }>

interface ServedMeaning {
  readonly meaningId: number
  readonly documentId: string
  told: MeaningState | null
}

export function serveMeanings(
  findIndexes: (documentId: string) => LogIndexes | undefined,
  send: (message: ToPage) => void,
): MeaningServer {
  const served = new Map<number, ServedMeaning>()
  let asked: readonly FindLine[] = []

  const indexesOf = (meaningId: number): LogIndexes | undefined => {
    const one = served.get(meaningId)
    return one === undefined ? undefined : findIndexes(one.documentId)
  }

  /** The line, null when there is none, undefined when lines that have to be looked at were not yet. */
  const find = ({ meaningId, lineIndex, direction, minSeverity }: FindLine): number | null | undefined => {
    const indexes = indexesOf(meaningId)
    if (indexes === undefined) return null
    const { meaning, document } = indexes
    const scanned = meaning.state().scannedLineCount
    const isScanned = scanned >= document.lineCount
    if (direction === 'previous' && !isScanned && scanned < lineIndex) return undefined
    const found = meaning.find(lineIndex, direction, minSeverity)
    return found === null && direction === 'next' && !isScanned ? undefined : found
  }

  return {
    handle(message) {
      if (message.type === 'open-meaning') served.set(message.meaningId, { ...message, told: null })
      else if (message.type === 'find-line') asked = [...asked, message]
      else served.delete(message.meaningId)
    },
    documentIds: () => [...served.values()].map(({ documentId }) => documentId),
    settle() {
      asked = asked.filter((question) => {
        const lineIndex = find(question)
        if (lineIndex === undefined) return true
        send({ type: 'find-line', requestId: question.requestId, lineIndex })
        return false
      })
    },
    takeNotices: (isOf) =>
      [...served.values()].flatMap((one) => {
        if (!isOf(one.documentId)) return []
        const state = findIndexes(one.documentId)?.meaning.state()
        if (state === undefined || state === one.told) return []
        one.told = state
        return [{ meaningId: one.meaningId, state }]
      }),
  }
}
