/** A line worth quoting, numbered from 1. */
export interface FoundLine {
  readonly lineNumber: number
  readonly text: string
}

/** What the text of one step tells beyond its status. */
export interface LogFindings {
  /** There is an ERROR line of any kind. */
  readonly hasError: boolean
  /** The first ERROR line that says why; `null` when there is none, or only the closing sentence. */
  readonly firstError: FoundLine | null
  /** The closing WARNING of a step that a person stopped (bk-nodeman A6). */
  readonly stopped: FoundLine | null
  /** Job instances of the job platform named by links, in order of appearance, each once (bk-nodeman D2). */
  readonly jobInstanceIds: readonly string[]
}

export const noFindings: LogFindings = {
  hasError: false,
  firstError: null,
  stopped: null,
  jobInstanceIds: [],
}

/** Message prefix of node-man: `[2025-08-30 22:50:52 ERROR] ` (bk-nodeman D1); old documents garble the time. */
const prefix = /^\[\d{4}-\d\d-[\d: ,]+(INFO|WARNING|ERROR|DEBUG)[^\]\n]{0,40}\] ?/

/**
 * The sentence every failed step ends with. It explains nothing; the cause is an earlier ERROR line. The variant
 * `失败: {exception}` does explain and is not meant here (bk-nodeman D1).
 */
const closingSentences = [
  /失败[,，]请先尝试查看日志并处理/,
  /failed, please (?:first )?try to (?:check|view|see) the log/i,
]
const stopSentence = /已终止[,，]可|terminated, (?:you )?can/i

const jobLink = /\/api_execute\/(\d{1,19})(?!\d)/g
const oldJobLink = /\/\d+\/execute\/step\/(\d{1,19})(?!\d)/g

/** Longest quotation, in characters: the log itself is one click away. */
const quotedLength = 400

/** Looks through the text of one step. Never throws; linear in the length of the text. */
export function findInLog(text: string): LogFindings {
  let hasError = false
  let firstError: FoundLine | null = null
  let stopped: FoundLine | null = null
  let lineNumber = 0
  for (const line of lines(text)) {
    lineNumber += 1
    const head = prefix.exec(line)
    if (head === null) continue
    const message = line.slice(head[0].length)
    if (head[1] === 'ERROR') {
      hasError = true
      if (firstError === null && !closingSentences.some((sentence) => sentence.test(message)))
        firstError = { lineNumber, text: message.slice(0, quotedLength) }
    } else if (head[1] === 'WARNING' && stopSentence.test(message))
      stopped = { lineNumber, text: message.slice(0, quotedLength) }
  }
  return { hasError, firstError, stopped, jobInstanceIds: jobInstanceIdsIn(text) }
}

function jobInstanceIdsIn(text: string): readonly string[] {
  const found = [...text.matchAll(jobLink), ...text.matchAll(oldJobLink)]
  return [...new Set(found.map((match) => match[1] ?? ''))]
}

/** Lines without an array of all of them: a step may have megabytes. */
function* lines(text: string): Generator<string> {
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    yield text.slice(start, end)
    start = end + 1
  }
}
