/** A line worth quoting, numbered from 1. */
export interface FoundLine {
  readonly lineNumber: number
  readonly text: string
}

/** How node-man ended a step that did not end by itself (bk-nodeman A6). */
export interface Closing {
  /** `stopped`: by a person. `given-up`: node-man had heard nothing for 30 to 60 minutes. */
  readonly kind: 'stopped' | 'given-up'
  readonly line: FoundLine
}

/** What the text of one step tells beyond its status. */
export interface LogFindings {
  /** There is an ERROR line of any kind. */
  readonly hasError: boolean
  /** The first ERROR line that says why; `null` when there is none, or only the closing sentence. */
  readonly firstError: FoundLine | null
  readonly closing: Closing | null
  /** It waits for a person to run the installation command on the host (bk-nodeman D5). */
  readonly waitsForPerson: boolean
  /** Job instances of the job platform that links lead to, each once (bk-nodeman D2). */
  readonly jobLinks: readonly JobLink[]
  /** Jobs of node-man itself named by links, likewise. */
  readonly nodeManLinks: readonly NodeManLink[]
}

/** Where a link in a log leads on the job platform; older ones name the business. */
export interface JobLink {
  readonly jobInstanceId: string
  readonly businessId: string | null
}

/** Where a link in a log leads inside node-man: to a job, or to one of its hosts. */
export interface NodeManLink {
  readonly nodeManJobId: string
  readonly instanceId: string | null
}

export const noFindings: LogFindings = {
  hasError: false,
  firstError: null,
  closing: null,
  waitsForPerson: false,
  jobLinks: [],
  nodeManLinks: [],
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
const giveUpSentence = /任务长时间处在执行状态[,，]已强制失败/

/** What stands in the log while a person has to act. Of its English wording only the job's own facts tell. */
export const waitingText = '等待手动执行安装命令'

/** In every address that leads to a job instance. */
export const jobLinkText = 'execute/'
const jobLink = /\/api_execute\/(\d{1,19})(?!\d)/g
const oldJobLink = /\/(\d{1,19})\/execute\/step\/(\d{1,19})(?!\d)/g

/** Longest quotation, in characters: the log itself is one click away. */
const quotedLength = 400

/**
 * What a line that looks like an error is: `cause` says why, `closing` only that; `stray` is none of node-man's own
 * messages but something a script printed.
 */
export type ErrorKind = 'cause' | 'closing' | 'stray'

export function errorKindOf(line: string): ErrorKind {
  const head = prefix.exec(line)
  if (head?.[1] !== 'ERROR') return 'stray'
  const message = line.slice(head[0].length)
  return closingSentences.some((sentence) => sentence.test(message)) ? 'closing' : 'cause'
}

/** A line as it is quoted: without node-man's prefix, and short. */
export function quote(lineIndex: number, line: string): FoundLine {
  return { lineNumber: lineIndex + 1, text: line.replace(prefix, '').slice(0, quotedLength) }
}

/** How the step was ended, going by its last lines. */
export function closingOf(lastLines: readonly string[], firstLineIndex: number): Closing | null {
  for (const [offset, line] of lastLines.entries()) {
    const level = prefix.exec(line)?.[1]
    const kind =
      level === 'WARNING' && stopSentence.test(line)
        ? 'stopped'
        : level === 'ERROR' && giveUpSentence.test(line)
          ? 'given-up'
          : null
    if (kind !== null) return { kind, line: quote(firstLineIndex + offset, line) }
  }
  return null
}

/** In every address that leads to a node-man job (bk-nodeman C1, also the older spelling). */
export const nodeManLinkText = '#/task-'
const nodeManLink =
  /#\/task-(?:list|history)\/(?:detail\/(\d{1,19})(?!\d)|(\d{1,19})\/log\/([\w|%:.-]{1,300}))/g

/** Addresses come percent-encoded from pages, and with raw `|` from node-man's back end. */
export function nodeManLinksIn(text: string): readonly NodeManLink[] {
  return [...text.matchAll(nodeManLink)].map(([, job, jobOfHost, host]) =>
    host === undefined
      ? { nodeManJobId: job ?? '', instanceId: null }
      : { nodeManJobId: jobOfHost ?? '', instanceId: decode(host) },
  )
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function jobLinksIn(text: string): readonly JobLink[] {
  const links = [
    ...[...text.matchAll(jobLink)].map(([, id = '']) => ({ jobInstanceId: id, businessId: null })),
    ...[...text.matchAll(oldJobLink)].map(([, businessId = '', id = '']) => ({
      jobInstanceId: id,
      businessId,
    })),
  ]
  return [...new Map(links.map((link) => [link.jobInstanceId, link])).values()]
}
