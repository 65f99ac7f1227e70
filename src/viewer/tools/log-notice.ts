import { useMessages } from '#i18n'
import type { LogSnapshot } from '#log'

/** What the reader was last told; later news replaces it. */
export type LogNotice =
  | { readonly kind: 'copying' | 'copied' | 'copy-failed' | 'copy-too-big' | 'selected' }
  | { readonly kind: 'no-such-line'; readonly lineNumber: number }

interface NoticeFacts {
  readonly notice: LogNotice | null
  readonly snapshot: LogSnapshot | null
  /** More of the text is on its way, or may come. */
  readonly growing: boolean
  readonly size: string
}

/** The words for the last news, or for the state the log is in when there is none. */
export function useNoticeWords({ notice, snapshot, growing, size }: NoticeFacts): string {
  const { reader } = useMessages()
  const lineCount = snapshot?.lineCount ?? 0
  switch (notice?.kind) {
    case 'copying':
      return reader.copying
    case 'copied':
      return reader.copiedAll(lineCount)
    case 'copy-failed':
      return reader.copyFailed
    case 'copy-too-big':
      return reader.copyTooBig(size)
    case 'selected':
      return reader.selectedAll(lineCount)
    case 'no-such-line':
      return reader.noSuchLine(notice.lineNumber, lineCount)
    case undefined:
      if (snapshot === null) return ''
      if (!snapshot.complete && !growing) return reader.incomplete
      return snapshot.revision > 0 ? reader.replaced : ''
  }
}
