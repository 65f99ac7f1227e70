import { type NodeManLogParams, nodeManLogParamsSchema } from '#contract'

/*
 * The address of one host of a node-man job:
 * `/node-man/jobs/{jobId}/instances/{instanceId}?step={index}&line={n or a-b}`. Every field falls back by itself;
 * what is not ours stays.
 */

/** Lines of a link, numbered from 1, both included. */
export interface LineRange {
  readonly fromNumber: number
  readonly toNumber: number
}

/** What the query says. `stepIndex` counts from 0 and is `null` when the page is to choose the step itself. */
export interface NodeManInstanceUrl {
  readonly stepIndex: number | null
  readonly line: LineRange | null
}

/** The instance the path names; `null` when it names none. */
export function readNodeManInstanceAddress(
  params: Readonly<Record<string, string | undefined>>,
): NodeManLogParams | null {
  const { jobId, instanceId } = params
  const parsed = nodeManLogParamsSchema.safeParse({ nodeManJobId: jobId, instanceId })
  return parsed.success ? parsed.data : null
}

export function readNodeManInstanceUrl(search: URLSearchParams): NodeManInstanceUrl {
  const step = search.get('step') ?? ''
  return { stepIndex: /^\d{1,4}$/.test(step) ? Number(step) : null, line: readLine(search.get('line') ?? '') }
}

export function writeNodeManInstanceUrl(previous: URLSearchParams, url: NodeManInstanceUrl): URLSearchParams {
  const next = new URLSearchParams(previous)
  put(next, 'step', url.stepIndex === null ? null : String(url.stepIndex))
  put(next, 'line', url.line === null ? null : lineText(url.line))
  return next
}

function lineText({ fromNumber, toNumber }: LineRange): string {
  return fromNumber === toNumber ? String(fromNumber) : `${fromNumber}-${toNumber}`
}

function readLine(text: string): LineRange | null {
  const match = /^([1-9]\d{0,9})(?:-([1-9]\d{0,9}))?$/.exec(text)
  if (match === null) return null
  const ends = [Number(match[1]), Number(match[2] ?? match[1])]
  return { fromNumber: Math.min(...ends), toNumber: Math.max(...ends) }
}

function put(search: URLSearchParams, name: string, value: string | null): void {
  if (value === null) search.delete(name)
  else search.set(name, value)
}
