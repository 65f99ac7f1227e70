import { Suspense, useCallback, useEffect, useState } from 'react'
import { lazyPart, setStandIns } from '#ui'
import type { CopyDialogProps } from './copy-dialog.tsx'
import type { SaveNoticeProps } from './save-notice.tsx'

const CopyDialog = lazyPart<CopyDialogProps>(async () => (await import('./copy-dialog.tsx')).CopyDialog)
const SaveNotice = lazyPart<SaveNoticeProps>(async () => (await import('./save-notice.tsx')).SaveNotice)

interface StandInPartsProps {
  /** What the parent said of downloads; `null` when it said nothing. */
  readonly mayDownload: () => boolean | null
}

/** A text area with more than this would freeze the page that shows it. */
const mostShown = 1_000_000
/** What a page needs first has been asked for by then. Nobody should wait for a dialog that holds what they copied. */
const fetchedAfterMs = 2_000

/** What stands in where the frame has no clipboard or no downloads. */
export function StandInParts({ mayDownload }: StandInPartsProps) {
  const [text, setText] = useState<string | null>(null)
  const [saved, setSaved] = useState<Pick<SaveNoticeProps, 'name' | 'file' | 'refused'> | null>(null)
  useEffect(() => {
    const copy = (wanted: string) => {
      if (wanted.length <= mostShown) setText(wanted)
    }
    const save = (name: string, file: Blob): boolean | null => {
      const may = mayDownload()
      if (may !== true) setSaved({ name, file, refused: may === false })
      return may
    }
    setStandIns({ copy, save })
    return () => setStandIns(null)
  }, [mayDownload])
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([CopyDialog.load(), SaveNotice.load()]), fetchedAfterMs)
    return () => clearTimeout(timer)
  }, [])
  const closeNotice = useCallback(() => setSaved(null), [])
  const showText = async ({ file }: { readonly file: Blob }) => {
    setSaved(null)
    setText(await file.text())
  }
  return (
    <Suspense>
      {saved === null ? null : (
        <SaveNotice
          {...saved}
          onClose={closeNotice}
          onShowText={saved.file.size > mostShown ? null : () => void showText(saved)}
        />
      )}
      {text === null ? null : <CopyDialog text={text} onClose={() => setText(null)} />}
    </Suspense>
  )
}
