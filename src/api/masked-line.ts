import { type LogStore, plainView } from '#log'

const lineEnd = Number.MAX_SAFE_INTEGER

/** One line of a log (0-based) as it may leave the page: as shown, secrets masked, without its line break. */
export async function maskedLine(store: LogStore, documentId: string, lineIndex: number): Promise<string> {
  const view = store.openView(documentId, plainView)
  try {
    const { blob } = await view.copy(
      {
        from: { lineIndex, pieceIndex: 0, offset: 0 },
        to: { lineIndex, pieceIndex: lineEnd, offset: lineEnd },
      },
      { form: 'plain', isMasked: true },
    )
    return (await blob.text()).replace(/\n$/, '')
  } finally {
    view.close()
  }
}
