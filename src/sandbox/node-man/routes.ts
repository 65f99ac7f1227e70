/** Which path is which call, in every form node-man can be reached by (bk-nodeman A1, B1). */
import type { Call } from '../call.ts'

export type NodeManCall = 'list' | 'log' | 'details' | 'attempt'

/** `jobId` as it stands in the path; null where it is a parameter. */
export type Route = { readonly name: NodeManCall; readonly jobId: string | null }

type Row = readonly [name: NodeManCall, methods: readonly string[], path: RegExp]

/** Generation 1 has no job list; generation 2 has no `/open`. */
const GATEWAY_ROWS: readonly Row[] = [
  ['list', ['POST'], /^\/api\/job\/job_list\/$/],
  ['log', ['GET'], /^(?:\/open|\/system)?\/api\/job\/([^/]+)\/log\/$/],
  ['details', ['POST'], /^(?:\/open|\/system)?\/api\/job\/([^/]+)\/details\/$/],
  ['attempt', ['POST'], /^(?:\/open|\/system)?\/backend\/api\/subscription\/task_result_detail\/$/],
]

/** A pure ESB deployment cannot list jobs; ESB turns either method into the one the backend knows. */
const ESB_ROWS: readonly Row[] = [
  ['log', ['GET', 'POST'], /^\/api\/job\/log\/$/],
  ['details', ['GET', 'POST'], /^\/api\/job\/details\/$/],
  ['attempt', ['GET', 'POST'], /^\/backend\/api\/subscription\/task_result_detail\/$/],
]

/** Null when no such resource is registered: the door says so, node-man never sees the call. */
export function routeOf(call: Call): Route | null {
  const rows = call.generation === 'esb' ? ESB_ROWS : GATEWAY_ROWS
  for (const [name, methods, path] of rows) {
    const match = path.exec(call.path)
    if (match !== null && methods.includes(call.method)) return { name, jobId: match[1] ?? null }
  }
  return null
}
