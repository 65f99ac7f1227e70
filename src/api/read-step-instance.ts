import { type StepInstanceDetail, type StepResult, stepInstanceDetailSchema } from '#contract'
import { checkResult } from './check-result.ts'
import { isAlike } from './is-alike.ts'
import { createStepLines } from './step-lines.ts'
import { createTurns } from './turns.ts'

/** Bytes, and results, looked at between two offers to pause: a few milliseconds. */
const bytesPerPiece = 65_536
const resultsPerPiece = 500

/**
 * Reads the gateway's answer about a step as it comes in, with the page's own events in between: 50,000 results are
 * 15 MB of JSON, and would freeze the page for half a second (product, section 13). What says the same as in `known`,
 * the answer before, is taken from there, so that only what changed is drawn again.
 *
 * Answers `null` when the shape is another one. Rejects with a SyntaxError when the JSON is cut off, and with what the
 * body rejects with when the connection breaks.
 */
export async function readStepInstance(
  answer: Response,
  known: StepInstanceDetail | undefined,
): Promise<StepInstanceDetail | null> {
  const lines = createStepLines()
  const results = createResults(known?.results ?? [])
  const turn = createTurns()
  for await (const text of textsOf(answer)) {
    if (!results.add(lines.take(text))) return null
    await turn()
  }
  const around = lines.end()
  const inOneLine = resultsIn(around)
  for (let start = 0; start < inOneLine.length; start += resultsPerPiece) {
    if (!results.add(inOneLine.slice(start, start + resultsPerPiece))) return null
    await turn()
  }
  const parsed = stepInstanceDetailSchema.safeParse(withoutResults(around))
  if (!parsed.success) return null
  const detail = { ...parsed.data, results: results.all() }
  return known?.results === detail.results && isAlike(known, detail) ? known : detail
}

async function* textsOf({ body }: Response): AsyncGenerator<string> {
  if (body === null) return
  const decoder = new TextDecoder()
  for await (const bytes of chunksOf(body)) {
    for (let at = 0; at < bytes.length; at += bytesPerPiece)
      yield decoder.decode(bytes.subarray(at, at + bytesPerPiece), { stream: true })
  }
}

/** Not every browser can go through a stream by itself. */
async function* chunksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

/** Collects results; `add` answers false for one of another shape. */
function createResults(known: readonly StepResult[]) {
  const all: StepResult[] = []
  let isKnown = true
  const add = (values: readonly unknown[]): boolean =>
    values.every((value) => {
      const result = checkResult(value)
      if (result === null) return false
      const before = known[all.length]
      const kept = before !== undefined && isAlike(before, result)
      isKnown &&= kept
      all.push(kept ? before : result)
      return true
    })
  return { add, all: () => (isKnown && all.length === known.length ? known : all) }
}

/** The results of an answer that came on one line. */
function resultsIn(value: unknown): readonly unknown[] {
  const has = typeof value === 'object' && value !== null && 'results' in value
  return has && Array.isArray(value.results) ? value.results : []
}

function withoutResults(value: unknown): unknown {
  const has = resultsIn(value).length > 0
  return has ? { ...(value as object), results: [] } : value
}
