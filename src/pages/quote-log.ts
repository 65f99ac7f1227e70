import type { useLogStore } from '#api'

type LogStore = ReturnType<ReturnType<typeof useLogStore>>

/** A line worth quoting, numbered from 1. */
export interface QuotedLine {
  readonly lineNumber: number
  readonly text: string
  /** It is an error; else only the last line there is. */
  readonly isError: boolean
}

/** Longest quotation, in characters: the log itself is one click away. */
const quotedLength = 400
/** A log may end in empty lines. */
const lastLineCount = 20

/** The first error of a log, else its last line that says something; `null` when it is empty. */
export async function quoteLog(store: LogStore, documentId: string): Promise<QuotedLine | null> {
  const meaning = store.meaning(documentId)
  try {
    const lineIndex = await meaning.find(-1, 'next', 'error')
    if (lineIndex === null) return await lastLine(store, documentId)
    const [line] = await store.lines(documentId, lineIndex, lineIndex)
    return quoted(lineIndex, line?.text ?? '', true)
  } finally {
    meaning.close()
  }
}

async function lastLine(store: LogStore, documentId: string): Promise<QuotedLine | null> {
  const lineCount = store.snapshot(documentId)?.lineCount ?? 0
  const first = Math.max(0, lineCount - lastLineCount)
  const lines = lineCount === 0 ? [] : await store.lines(documentId, first, lineCount - 1)
  const offset = lines.findLastIndex(({ text }) => text.trim() !== '')
  const text = lines[offset]?.text
  return text === undefined ? null : quoted(first + offset, text, false)
}

function quoted(lineIndex: number, text: string, isError: boolean): QuotedLine {
  return { lineNumber: lineIndex + 1, text: text.slice(0, quotedLength), isError }
}
