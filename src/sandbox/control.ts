/**
 * The remote control under `/__sandbox/`, for tests that reach the sandbox over HTTP:
 *
 * - `GET|POST|DELETE /__sandbox/faults`: list (each with how many requests it hit and how those ended), append (body:
 *   a list of rules), remove all
 * - `GET|POST /__sandbox/clock`: read, or move forward by `{advanceMs}`; answers `{now, startedAt}`
 * - `GET|DELETE /__sandbox/requests`: the newest 200 requests, oldest first; forget them
 */
import { readObject } from './call.ts'
import type { FaultList } from './faults.ts'
import type { Journal } from './journal.ts'

export const CONTROL_PREFIX = '/__sandbox/'

export type Controls = {
  readonly faults: FaultList
  readonly journal: Journal
  readonly now: () => number
  readonly startedAt: number
  readonly advance: (ms: number) => void
}

export async function answerControl(request: Request, controls: Controls): Promise<Response> {
  const name = new URL(request.url).pathname.slice(CONTROL_PREFIX.length)
  const answer = ANSWERS[`${request.method} ${name}`]
  if (answer === undefined)
    return Response.json({ error: `no control ${request.method} ${name}` }, { status: 404 })
  try {
    return Response.json(answer(controls, await request.text()))
  } catch (problem) {
    return Response.json(
      { error: problem instanceof Error ? problem.message : String(problem) },
      { status: 400 },
    )
  }
}

const ANSWERS: Readonly<Record<string, (controls: Controls, body: string) => unknown>> = {
  'GET faults': listFaults,
  'POST faults': (controls, body) => {
    controls.faults.add(JSON.parse(body))
    return listFaults(controls)
  },
  'DELETE faults': (controls) => {
    controls.faults.clear()
    return listFaults(controls)
  },
  'GET clock': readClock,
  'POST clock': (controls, body) => {
    const advanceMs = readObject(body)?.['advanceMs']
    if (typeof advanceMs !== 'number' || !(advanceMs >= 0))
      throw new TypeError('{"advanceMs": number ≥ 0} is expected')
    controls.advance(advanceMs)
    return readClock(controls)
  },
  'GET requests': listRequests,
  'DELETE requests': (controls) => {
    controls.journal.clear()
    return listRequests(controls)
  },
}

function listFaults(controls: Controls): unknown {
  return { faults: controls.faults.list() }
}

function listRequests(controls: Controls): unknown {
  return { requests: controls.journal.entries() }
}

function readClock(controls: Controls): unknown {
  return { now: controls.now(), startedAt: controls.startedAt }
}
