import type { useLogStore } from '#api'
import {
  closingOf,
  errorKindOf,
  type FoundLine,
  jobLinksIn,
  jobLinkText,
  type LogFindings,
  nodeManLinksIn,
  nodeManLinkText,
  quote,
  waitingText,
} from './log-findings.ts'

type LogStore = ReturnType<ReturnType<typeof useLogStore>>

/** Enough to get past what scripts print; a log of nothing but errors must not be walked to its end. */
const mostErrors = 100
/** A step names one job instance, a rolling one a few. */
const mostLinks = 50
const longestWaitMs = 3_000
/** The sentence a step ends with is its last message; a few lines may follow it. */
const lastLineCount = 4

/** Asks the log worker what one step's log says; texts of any size stay there. */
export async function lookThrough(store: LogStore, documentId: string): Promise<LogFindings> {
  const [errors, closing, waiting, links, nodeManLines] = await Promise.all([
    findErrors(store, documentId),
    findClosing(store, documentId),
    linesWith(store, documentId, waitingText, 1),
    linesWith(store, documentId, jobLinkText, mostLinks),
    linesWith(store, documentId, nodeManLinkText, mostLinks),
  ])
  return {
    ...errors,
    closing,
    waitsForPerson: waiting.length > 0,
    jobLinks: eachOnce(links.flatMap(jobLinksIn), ({ jobInstanceId }) => jobInstanceId),
    nodeManLinks: eachOnce(
      nodeManLines.flatMap(nodeManLinksIn),
      ({ nodeManJobId, instanceId }) => `${nodeManJobId} ${instanceId}`,
    ),
  }
}

function eachOnce<Link>(links: readonly Link[], nameOf: (link: Link) => string): readonly Link[] {
  return [...new Map(links.map((link) => [nameOf(link), link])).values()]
}

/** The first error that says why; what a script printed counts only where node-man itself says nothing better. */
async function findErrors(store: LogStore, documentId: string) {
  const meaning = store.meaning(documentId)
  let hasError = false
  let stray: FoundLine | null = null
  try {
    let lineIndex = await meaning.find(-1, 'next', 'error')
    for (let seen = 0; lineIndex !== null && seen < mostErrors; seen += 1) {
      const line = await lineAt(store, documentId, lineIndex)
      const kind = errorKindOf(line)
      if (kind === 'cause') return { hasError: true, firstError: quote(lineIndex, line) }
      if (kind === 'closing') hasError = true
      else stray ??= quote(lineIndex, line)
      lineIndex = await meaning.find(lineIndex, 'next', 'error')
    }
    return { hasError, firstError: hasError ? stray : null }
  } finally {
    meaning.close()
  }
}

async function findClosing(store: LogStore, documentId: string) {
  const lineCount = store.snapshot(documentId)?.lineCount ?? 0
  const first = Math.max(0, lineCount - lastLineCount)
  const lines = await store.lines(documentId, first, lineCount - 1)
  return closingOf(
    lines.map(({ text }) => text),
    first,
  )
}

/** The lines that hold a text, the first `most` of them. */
async function linesWith(
  store: LogStore,
  documentId: string,
  text: string,
  most: number,
): Promise<readonly string[]> {
  const query = { text, isRegex: false, matchCase: true, wholeWord: false }
  const search = store.search(documentId, query)
  const lines: string[] = []
  try {
    let from = 0
    while (lines.length < most) {
      const found = await findFrom(search, from)
      if (found === null || found.hasWrapped) break
      lines.push(await lineAt(store, documentId, found.lineIndex))
      from = found.lineIndex + 1
    }
    return lines
  } finally {
    search.close()
  }
}

/** A search asked before its text is there finds nothing; once it has looked at everything, that can be believed. */
async function findFrom(search: ReturnType<LogStore['search']>, lineIndex: number) {
  const find = () => search.find({ lineIndex, pieceIndex: 0, offset: 0 }, 'next')
  const found = await find()
  if (found !== null || search.state().phase !== 'scanning') return found
  await untilDone(search)
  return search.state().count === 0 ? null : find()
}

/** Resolves when the search is through, or after a while: the links of a step are not worth waiting for ever. */
function untilDone(search: ReturnType<LogStore['search']>): Promise<void> {
  return new Promise((resolve) => {
    const stop = search.subscribe(() => {
      if (search.state().phase !== 'scanning') done()
    })
    const timer = setTimeout(() => done(), longestWaitMs)
    const done = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
  })
}

async function lineAt(store: LogStore, documentId: string, lineIndex: number): Promise<string> {
  return (await store.lines(documentId, lineIndex, lineIndex))[0]?.text ?? ''
}
