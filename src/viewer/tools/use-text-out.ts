import { useRef, useState } from 'react'
import { useLanguage } from '#i18n'
import type { CopyChoice, SaveChoice } from './copy-choice.ts'
import type { LogNotice } from './log-notice.ts'
import type { OutgoingLog, TextDesk } from './text-out.ts'
import { lazyModule } from './use-loaded.ts'

/** How texts go out: nobody waits for it to read. Fetched with the tools, so that it is here when a key asks for it. */
export const textOut = lazyModule(() => import('./text-out.ts'))

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

/** Texts on their way out of the reader: into the clipboard and into files. */
export function useTextOut(log: OutgoingLog): TextOut {
  const [notice, setNotice] = useState<LogNotice | null>(null)
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
  const desk: TextDesk = { language, tell: setNotice, begin }
  return {
    notice,
    setNotice,
    copy: (choice, what = 'selected') =>
      withTextOut(
        ({ copyText }) => copyText(log, choice, what, desk),
        () => setNotice({ kind: 'copy-failed' }),
      ),
    save: (choice) =>
      withTextOut(
        ({ saveText }) => saveText(log, choice, desk),
        () => setNotice({ kind: 'save-failed' }),
      ),
    stop,
  }
}

/** At once when it is here: a clipboard is only given to whoever is clicking. */
function withTextOut(act: (module: typeof import('./text-out.ts')) => void, fail: () => void): void {
  const here = textOut.now()
  if (here === null) textOut.load().then(act, fail)
  else act(here)
}
