import { type NodeManLogParams, nodeManLogParamsSchema } from '#contract'
import type { LineSelection } from '#viewer'

/*
 * The address of one host of a node-man job:
 * `/node-man/jobs/{jobId}/instances/{instanceId}?step={index}&line={n or a-b}`. Every field falls back by itself;
 * what is not ours stays.
 */

/** What the query says. `stepIndex` counts from 0 and is `null` when the page is to choose the step itself. */
export interface NodeManInstanceUrl {
  readonly stepIndex: number | null
  /** Lines of the step's log, numbered from 1, both included. */
  readonly line: LineSelection | null
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

function lineText({ first, last }: LineSelection): string {
  return first === last ? String(first) : `${first}-${last}`
}

function readLine(text: string): LineSelection | null {
  const match = /^([1-9]\d{0,9})(?:-([1-9]\d{0,9}))?$/.exec(text)
  if (match === null) return null
  const ends = [Number(match[1]), Number(match[2] ?? match[1])]
  return { first: Math.min(...ends), last: Math.max(...ends) }
}

function put(search: URLSearchParams, name: string, value: string | null): void {
  if (value === null) search.delete(name)
  else search.set(name, value)
}
