import { type ReaderToolsMessages, useFormat, useMessages, useReaderToolsMessages } from '#i18n'
import type { ViewSnapshot } from '#log'

/** What the reader was last told; later news replaces it. Line numbers are 1-based. */
export type LogNotice =
  | {
      readonly kind:
        | 'handing'
        | 'copied-link'
        | 'copy-failed'
        | 'copy-too-big'
        | 'save-failed'
        | 'selected'
        | 'no-line-number'
    }
  /** `share` of the lines is done, 0 to 1; null until that is known. */
  | { readonly kind: 'copying' | 'saving'; readonly share: number | null }
  /** `hiddenCount`: lines of the log that a filter or a fold left out. */
  | {
      readonly kind: 'copied'
      readonly lineCount: number
      readonly maskedCount: number
      readonly hiddenCount: number
    }
  | { readonly kind: 'saved'; readonly maskedCount: number }
  | {
      readonly kind: 'no-such-line' | 'hidden-line' | 'lost-line' | 'no-linked-line' | 'awaited-line'
      readonly lineNumber: number
    }
  | { readonly kind: 'no-error'; readonly direction: 'next' | 'previous' }
  | { readonly kind: 'moved-line' | 'alike-line'; readonly fromNumber: number; readonly toNumber: number }

/** What of a snapshot is told above the lines. */
export type LogFacts = Pick<
  ViewSnapshot,
  'lineCount' | 'byteLength' | 'complete' | 'revision' | 'hiddenLineCounts'
>

interface NoticeFacts {
  readonly notice: LogNotice | null
  readonly snapshot: LogFacts | null
  /** More of the text is on its way, or may come. */
  readonly growing: boolean
}

/** The words for the last news, or for the state the log is in when there is none. */
export function useNoticeWords({ notice, snapshot, growing }: NoticeFacts): string {
  const words = useReaderToolsMessages()
  const { common } = useMessages()
  const format = useFormat()
  const lineCount = snapshot?.lineCount ?? 0
  switch (notice?.kind) {
    case 'copying':
      return words.copying
    case 'handing':
      return words.handing
    case 'saving':
      return words.saving
    case 'copied':
      return words.copied(notice.lineCount, notice.maskedCount, notice.hiddenCount)
    case 'copied-link':
      return common.copied
    case 'saved':
      return words.saved(notice.maskedCount)
    case 'copy-failed':
      return words.copyFailed
    case 'save-failed':
      return words.saveFailed
    case 'copy-too-big':
      return words.copyTooBig(format.bytes(snapshot?.byteLength))
    case 'selected':
      return words.selectedAll(lineCount - hiddenLines(snapshot))
    case 'no-line-number':
      return words.noLineNumber
    case 'no-such-line':
      return words.noSuchLine(notice.lineNumber, lineCount)
    case 'hidden-line':
      return words.hiddenLine(notice.lineNumber)
    case 'awaited-line':
      return words.awaitedLine(notice.lineNumber)
    case 'no-error':
      return notice.direction === 'next' ? words.errors.noneAfter : words.errors.noneBefore
    case 'lost-line':
      return words.lostLine(notice.lineNumber)
    case 'no-linked-line':
      return words.noLinkedLine(notice.lineNumber, lineCount)
    case 'alike-line':
      return words.alikeLine(notice.fromNumber, notice.toNumber)
    case 'moved-line':
      return words.movedLine(notice.fromNumber, notice.toNumber)
    case undefined:
      return stateWords(words, snapshot, growing)
  }
}

export function hiddenLines(snapshot: LogFacts | null): number {
  if (snapshot === null) return 0
  const { filter, fold } = snapshot.hiddenLineCounts
  return filter + fold
}

function stateWords(words: ReaderToolsMessages, snapshot: LogFacts | null, growing: boolean): string {
  if (snapshot === null) return ''
  if (!snapshot.complete) return growing ? words.arriving : words.incomplete
  return snapshot.revision > 0 ? words.replaced : ''
}
