import type { LogDocument } from '../log-document.ts'
import { playLine } from '../text/terminal-line.ts'
import type { TextStyle } from '../text/text-style.ts'
import type { CopiedText, CopyOptions, LineRange, TextRange } from './copy-options.ts'
import { maskSecrets } from './mask-secrets.ts'
import { createSecretState } from './secret.ts'

/** What of a document is copied. */
export type CopiedDocument = Pick<
  LogDocument,
  'lineCount' | 'byteLength' | 'bounds' | 'read' | 'lineAt' | 'toBlob'
>

/** How a copy works along: `breathe` is called every few ms of work and lets other messages be handled. */
export interface CopyWork {
  breathe(): Promise<void>
  readonly signal?: AbortSignal
  /** The style a line begins in, for `ansi` (`createStyleIndex`). */
  styleBefore?(lineIndex: number): TextStyle
}

/**
 * The text of a range of places, or of lines (ascending, apart from each other), ready to be copied or saved.
 * Rejects with the signal's reason when it is aborted.
 */
export async function copyText(
  document: CopiedDocument,
  ranges: TextRange | readonly LineRange[],
  options: CopyOptions,
  work: CopyWork,
): Promise<CopiedText> {
  const parts: string[] = []
  const state = createSecretState()
  let maskedCount = 0
  let lineCount = 0
  for (const { firstLineIndex, lastLineIndex } of 'from' in ranges ? [linesOf(ranges)] : ranges) {
    for (let line = firstLineIndex; line <= Math.min(lastLineIndex, document.lineCount - 1); line += 1) {
      const text = new TextDecoder().decode(document.read(...document.bounds(line)))
      const shown = playLine(text)
        .map(({ character }) => character)
        .join('')
      const masked = options.isMasked ? maskSecrets(shown, state) : { text: shown, maskedCount: 0 }
      parts.push(masked.text, '\n')
      maskedCount += masked.maskedCount
      lineCount += 1
      if (lineCount % 256 === 0) await work.breathe()
      work.signal?.throwIfAborted()
    }
  }
  return { blob: new Blob(parts, { type: 'text/plain;charset=utf-8' }), lineCount, maskedCount }
}

function linesOf({ from, to }: TextRange): LineRange {
  return { firstLineIndex: from.lineIndex, lastLineIndex: to.lineIndex }
}
