import { useRef, useState } from 'react'
import { useLanguage } from '#i18n'
import { type LogStore, type LogView, plainView, type TextRange, type ViewSnapshot } from '#log'
import { saveFile } from '#ui'
import type { LineSelection } from '../rows/line-selection.ts'
import {
  type CopyChoice,
  copyOptionsOf,
  isShareChoice,
  type SaveChoice,
  type ShareChoice,
} from './copy-choice.ts'
import type { LogNotice } from './log-notice.ts'
import { copyWhole, maxCopyBytes } from './whole-copy.ts'

interface TextOutOptions {
  readonly store: LogStore
  readonly documentId: string
  readonly view: LogView | null
  readonly snapshot: ViewSnapshot | null
  /** Text selected in the page; null for none. */
  readonly selectedText: () => TextRange | null
  readonly chosen: LineSelection | null
  readonly label: string
  readonly downloadName: string
  readonly lineHref?: (line: LineSelection) => string
}

export interface TextOut {
  readonly notice: LogNotice | null
  readonly setNotice: (notice: LogNotice | null) => void
  /** Copies what is selected, else the chosen lines, else all lines shown. Has to be called from a key or click. */
  readonly copy: (choice: CopyChoice, what?: 'selected' | 'whole') => void
  /** Downloads the whole log, also what a filter hides. */
  readonly save: (choice: SaveChoice) => void
  /** Gives up the text that the notice says is being prepared. */
  readonly stop: () => void
}

/** Less is in the clipboard before anybody has read that it will be. */
const longBytes = 4 * 1024 * 1024

/** Texts on their way out of the reader: into the clipboard and into files. */
export function useTextOut(options: TextOutOptions): TextOut {
  const [notice, setNotice] = useState<LogNotice | null>(null)
  const { view, snapshot, chosen } = options
  const [language] = useLanguage()
  const running = useRef({ copying: new AbortController(), saving: new AbortController() })
  const stop = (): void => {
    if (notice?.kind === 'copying' || notice?.kind === 'saving') running.current[notice.kind].abort()
  }
  /** The one before of its kind is given up: there is one clipboard. A copy and a download leave each other alone. */
  const begin = (kind: 'copying' | 'saving'): AbortSignal => {
    running.current[kind].abort()
    running.current[kind] = new AbortController()
    const { signal } = running.current[kind]
    signal.addEventListener('abort', () => setNotice((shown) => (shown?.kind === kind ? null : shown)))
    setNotice({ kind, share: null })
    return signal
  }

  const progressOf =
    (kind: 'copying' | 'saving') =>
    (share: number): void =>
      setNotice((shown) => (shown?.kind === kind ? { kind, share } : shown))

  const copy: TextOut['copy'] = (choice, what = 'selected') => {
    if (view === null) return
    const range = what === 'whole' ? null : (options.selectedText() ?? rangeOfLines(chosen))
    if (range === null && (snapshot?.byteLength ?? 0) > maxCopyBytes)
      return setNotice({ kind: 'copy-too-big' })
    const signal = begin('copying')
    const copied = view.copy(range, copyOptionsOf(choice), signal, progressOf('copying'))
    const blob = copied.then(async (text) => {
      // From here on it is the browser's: it cannot be stopped, and takes longer than the copy did.
      if (text.blob.size > longBytes) setNotice({ kind: 'handing' })
      return isShareChoice(choice) ? shared(choice, text.blob, range) : text.blob
    })
    const failed = { kind: 'copy-failed' } as const
    void Promise.all([copied, copyWhole(blob)]).then(
      ([{ lineCount, maskedCount }, isCopied]) => {
        const done: LogNotice =
          choice === 'link' ? { kind: 'copied-link' } : { kind: 'copied', lineCount, maskedCount }
        setNotice(isCopied ? done : failed)
      },
      () => !signal.aborted && setNotice(failed),
    )
  }

  /** Few lines are shared: how is fetched when it is asked for. */
  const shared = async (choice: ShareChoice, blob: Blob, range: TextRange | null): Promise<Blob> => {
    const { shareLines } = await import('./share-lines.ts')
    const { label, lineHref } = options
    const line = await linesOf(range, options)
    const lines = range === null ? null : line
    const text = await blob.text()
    return new Blob([shareLines(choice, { language, label, lines, text, href: lineHref?.(line) })])
  }

  const save: TextOut['save'] = (choice) => {
    const signal = begin('saving')
    const whole = wholeText(options, choice, signal, progressOf('saving')).then(({ blob, maskedCount }) => {
      if (signal.aborted) return
      const isSaved = saveFile(nameOf(options.downloadName, choice), blob)
      setNotice(isSaved ? { kind: 'saved', maskedCount } : null)
    })
    // That it was given up is said already.
    whole.catch(() => !signal.aborted && setNotice({ kind: 'save-failed' }))
  }
  return { notice, setNotice, copy, save, stop }
}

const lastOffset = Number.MAX_SAFE_INTEGER

function rangeOfLines(chosen: LineSelection | null): TextRange | null {
  if (chosen === null) return null
  return {
    from: { lineIndex: chosen.first - 1, pieceIndex: 0, offset: 0 },
    to: { lineIndex: chosen.last - 1, pieceIndex: lastOffset, offset: lastOffset },
  }
}

/** The lines of a range as a link names them, with what finds them again. */
async function linesOf(
  range: TextRange | null,
  { store, documentId }: TextOutOptions,
): Promise<LineSelection> {
  if (range === null) return { first: 1, last: 1 }
  const { from, to } = range
  const anchor = await store.anchorOf(documentId, from.lineIndex)
  return { first: from.lineIndex + 1, last: to.lineIndex + 1, anchor: anchor ?? undefined }
}

/** A view of its own: a filter must not cut what is downloaded. */
async function wholeText(
  { store, documentId }: TextOutOptions,
  choice: SaveChoice,
  signal: AbortSignal,
  onProgress: (share: number) => void,
) {
  if (choice === 'raw') return { blob: await store.bytes(documentId), maskedCount: 0 }
  const whole = store.openView(documentId, plainView)
  return whole.copy(null, copyOptionsOf(choice), signal, onProgress).finally(whole.close)
}

/** `10.0.0.1.log` → `10.0.0.1.raw.log`: the name tells what was done to the text. */
function nameOf(name: string, choice: SaveChoice): string {
  if (choice === 'text') return name
  return name.replace(/(\.[a-z]+)?$/i, `.${choice === 'ansi' ? 'colours' : 'raw'}$1`)
}
