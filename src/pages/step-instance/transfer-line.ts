/*
 * One line of a transfer's log (bk-job B.6). The layout in the platform's code:
 *   [time] FileName: <path> FileSize: <size> Status: <int> StatusDesc: <text> Speed: … Progress: … Detail: <text>
 * The documents (spec 1, spec 2) show `State: <text>` instead; directories say `Directory:`; errors are written
 * `[time] <message>. Status: <int>, StatusDesc: <text>`. Every segment may be missing, and values may hold blanks
 * and colons, so a value ends only where the next known label begins.
 */

/** What one line of a transfer's log says; `null` where the line does not say it. */
export interface TransferLine {
  /** Time as written, in upstream's zone, without brackets. */
  readonly time: string | null
  /** Text before the first label: the message of an error line, or the whole line when it has no label. */
  readonly lead: string | null
  readonly path: string | null
  readonly size: string | null
  /** Words of the state (`State:`), or its number (`Status:`). */
  readonly state: string | null
  readonly description: string | null
  readonly speed: string | null
  readonly progress: string | null
  readonly detail: string | null
}

const label =
  /(?:^|[\s,;])(FileName|Directory|FileSize|StatusDesc|Status|State|Speed|Progress|Detail):[ \t]*/g

/** Longest part of a line that is looked at; a message longer than this is no message. */
const longestLine = 4000

/** Reads one line. Never throws; a line that follows no layout is all `lead`. */
export function readTransferLine(line: string): TransferLine {
  const text = line.slice(0, longestLine)
  const time = /^\s*\[([^\]]{1,40})\]\s?/.exec(text)
  const rest = text.slice(time?.[0].length ?? 0)
  const { lead, values } = splitByLabels(rest)
  return {
    time: time?.[1] ?? null,
    lead,
    path: values.get('FileName') ?? values.get('Directory') ?? null,
    size: values.get('FileSize') ?? null,
    state: values.get('State') ?? values.get('Status') ?? null,
    description: values.get('StatusDesc') ?? null,
    speed: values.get('Speed') ?? null,
    progress: values.get('Progress') ?? null,
    detail: values.get('Detail') ?? null,
  }
}

function splitByLabels(rest: string): { lead: string | null; values: Map<string, string> } {
  const marks = [...rest.matchAll(label)]
  const values = new Map<string, string>()
  marks.forEach((mark, index) => {
    const name = mark[1] ?? ''
    const value = tidy(rest.slice(mark.index + mark[0].length, marks[index + 1]?.index))
    // The first one counts: a detail may quote another line, labels and all.
    if (value !== '' && !values.has(name)) values.set(name, value)
  })
  return { lead: tidy(rest.slice(0, marks[0]?.index)) || null, values }
}

/** Segments of the comma form end with `,`, its message with `.`. */
function tidy(text: string): string {
  return text.trim().replace(/[\s,;.]+$/, '')
}

/**
 * Whether a line only tells how far the file has come: of a transfer that failed it is no reason, but what was said
 * before.
 */
export function isProgressOnly(line: TransferLine): boolean {
  return line.lead === null && progress.test(transferMessage(line))
}

const progress =
  /^(?:waiting|pulling(?: from file source)?|uploading|downloading|transferring|running|等待中|(?:正在)?(?:拉取|上传|下载|传输)中?)$/i

/**
 * The one sentence a person wants from a line: what the error says, else detail, description or state, whichever is
 * there and is words. `''` when the line says nothing.
 */
export function transferMessage(line: TransferLine): string {
  const candidates = [line.lead, line.detail, line.description, line.state]
  return candidates.find((text) => text !== null && /\p{L}/u.test(text)) ?? ''
}
