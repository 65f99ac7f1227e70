import type { Language } from '#i18n'
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
import { hiddenLines, type LogNotice } from './log-notice.ts'
import { rangeOfLines, spannedLines } from './selected-lines.ts'
import { copyWhole, maxCopyBytes } from './whole-copy.ts'

/** A log whose text is to leave the reader, and what goes with it. */
export interface OutgoingLog {
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

export type NewNotice = LogNotice | null | ((shown: LogNotice | null) => LogNotice | null)

/** How the reader hears of it. */
export interface TextDesk {
  readonly language: Language
  readonly tell: (notice: NewNotice) => void
  /** Begins a copy or a download; the signal says that it is given up. */
  readonly begin: (kind: 'copying' | 'saving') => AbortSignal
}

/** Less is in the clipboard before anybody has read that it will be. */
const longBytes = 4 * 1024 * 1024

/** Copies what is selected, else the chosen lines, else all lines shown. */
export function copyText(
  log: OutgoingLog,
  choice: CopyChoice,
  what: 'selected' | 'whole',
  desk: TextDesk,
): void {
  const { view, snapshot, chosen } = log
  const { tell } = desk
  if (view === null) return
  const range = what === 'whole' ? null : (log.selectedText() ?? rangeOfLines(chosen))
  if (range === null && (snapshot?.byteLength ?? 0) > maxCopyBytes) return void tell({ kind: 'copy-too-big' })
  const hidden = hiddenLines(snapshot)
  const signal = desk.begin('copying')
  const copied = view.copy(range, copyOptionsOf(choice), signal, progressOf('copying', tell))
  const blob = copied.then(async (text) => {
    // From here on it is the browser's: it cannot be stopped, and takes longer than the copy did.
    if (text.blob.size > longBytes) tell({ kind: 'handing' })
    return isShareChoice(choice) ? shared(log, choice, text.blob, range, desk.language) : text.blob
  })
  const failed = { kind: 'copy-failed' } as const
  void Promise.all([copied, copyWhole(blob)]).then(
    ([{ lineCount, maskedCount }, isCopied]) => {
      const hiddenCount =
        range === null ? hidden : Math.max(0, spannedLines(range, snapshot?.lineCount ?? 0) - lineCount)
      const done: LogNotice =
        choice === 'link' ? { kind: 'copied-link' } : { kind: 'copied', lineCount, maskedCount, hiddenCount }
      tell(isCopied ? done : failed)
    },
    () => !signal.aborted && tell(failed),
  )
}

/** Downloads the whole log, also what a filter hides. */
export function saveText(log: OutgoingLog, choice: SaveChoice, { tell, begin }: TextDesk): void {
  const signal = begin('saving')
  const whole = wholeText(log, choice, signal, progressOf('saving', tell)).then(({ blob, maskedCount }) => {
    if (signal.aborted) return
    const isSaved = saveFile(nameOf(log.downloadName, choice), blob)
    tell(isSaved ? { kind: 'saved', maskedCount } : null)
  })
  // That it was given up is said already.
  whole.catch(() => !signal.aborted && tell({ kind: 'save-failed' }))
}

function progressOf(kind: 'copying' | 'saving', tell: TextDesk['tell']): (share: number) => void {
  return (share) => tell((shown) => (shown?.kind === kind ? { kind, share } : shown))
}

/** Few lines are shared: how is fetched when it is asked for. */
async function shared(
  log: OutgoingLog,
  choice: ShareChoice,
  blob: Blob,
  range: TextRange | null,
  language: Language,
): Promise<Blob> {
  const { shareLines } = await import('./share-lines.ts')
  const { label, lineHref } = log
  const line = await linesOf(range, log)
  const lines = range === null ? null : line
  const text = await blob.text()
  return new Blob([shareLines(choice, { language, label, lines, text, href: lineHref?.(line) })])
}

/** The lines of a range as a link names them, with what finds them again. */
async function linesOf(range: TextRange | null, { store, documentId }: OutgoingLog): Promise<LineSelection> {
  if (range === null) return { first: 1, last: 1 }
  const { from, to } = range
  const anchor = await store.anchorOf(documentId, from.lineIndex)
  return { first: from.lineIndex + 1, last: to.lineIndex + 1, anchor: anchor ?? undefined }
}

/** A view of its own: a filter must not cut what is downloaded. */
async function wholeText(
  { store, documentId }: OutgoingLog,
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
