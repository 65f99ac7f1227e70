/** Wires the imitation together: control, journal, faults, the two doors, the two systems behind them. */
import { watchBody } from './body.ts'
import type { Backend, Call } from './call.ts'
import { answerControl, CONTROL_PREFIX, type Controls } from './control.ts'
import { answerAtEsb, ESB_PREFIX } from './esb-door.ts'
import { applyFault } from './fault-effects.ts'
import { createFaultList } from './faults.ts'
import { answerAtGateway } from './gateway-door.ts'
import { createJobSandbox } from './job/index.ts'
import { createJournal } from './journal.ts'
import { createNodeManSandbox } from './node-man/index.ts'

export type SandboxOptions = {
  /** The clock, epoch ms; running executions progress with it. Default `Date.now`. */
  readonly now?: () => number
  /** The moment the story is told from, epoch ms: what runs began shortly before it. Default: now. */
  readonly startedAt?: number
  /** Opens `/__sandbox/`: faults, clock, journal. Default false. */
  readonly control?: boolean
}

/** An imitation BlueKing at one origin. */
export type Sandbox = {
  /**
   * Answers like the platform's `fetch`: rejects when the request's signal fires before the headers, errors the body when
   * it fires later. A body with `Content-Encoding: gzip` comes decoded, as `fetch` hands it out.
   */
  readonly fetch: (request: Request) => Promise<Response>
  /** The sandbox's clock, epoch ms, with all advances. */
  readonly now: () => number
  readonly startedAt: number
}

/**
 * Creates the imitation: job platform and node-man behind an API gateway (`/api/bk-job/prod`, `/api/bk-nodeman/prod`)
 * and behind ESB (`/api/c/compapi/v2`), all over one deterministic story. Any app code and secret are good (`wrong` is
 * not); the user's ticket is the user's name (`demo`), `expired` is an expired one.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = createClock(options.now ?? Date.now)
  const startedAt = options.startedAt ?? clock.now()
  const controls: Controls = {
    ...clock,
    startedAt,
    faults: createFaultList(),
    journal: createJournal(clock.now),
  }
  const job = jobBackend(createJobSandbox({ now: clock.now, startedAt }))
  const nodeMan = createNodeManSandbox({ now: clock.now, startedAt })
  const doors: Doors = {
    gateway: { 'bk-job': job, 'bk-nodeman': nodeMan },
    esb: { jobv3: job, nodeman: nodeMan },
  }
  const fetch = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    if (options.control === true && path.startsWith(CONTROL_PREFIX)) return answerControl(request, controls)
    return answerUpstream(request, doors, controls)
  }
  return { fetch, now: clock.now, startedAt }
}

type Doors = {
  readonly gateway: Readonly<Record<string, Backend>>
  readonly esb: Readonly<Record<string, Backend>>
}

async function answerUpstream(
  request: Request,
  doors: Doors,
  { faults, journal }: Controls,
): Promise<Response> {
  const body = await request.text()
  const entry = journal.note(request, body)
  const fault = faults.take(request, body)
  const watch = {
    onFinish: () => {
      entry.finished = true
      if (fault !== null) fault.tally.finished += 1
    },
    onAbort: () => {
      entry.aborted = true
      if (fault !== null) fault.tally.aborted += 1
    },
  }
  try {
    const isEsb = new URL(request.url).pathname.startsWith(ESB_PREFIX)
    const real = (): Promise<Response> =>
      isEsb ? answerAtEsb(request, body, doors.esb) : answerAtGateway(request, body, doors.gateway)
    const answer = fault === null ? await real() : await applyFault(fault.effect, request, real)
    request.signal.throwIfAborted()
    entry.status = answer.status
    return watchBody(answer, request.signal, watch)
  } catch (problem) {
    if (request.signal.aborted) watch.onAbort()
    throw problem
  }
}

/** The job platform knows an ESB component by its bare name; its gateway resources exist with one method each. */
function jobBackend(job: ReturnType<typeof createJobSandbox>): Backend {
  return {
    handle: (call: Call) => {
      if (call.generation === 'esb') return job.handle({ ...call, path: call.path.replaceAll('/', '') })
      return call.method === resourceMethod(call.path) ? job.handle(call) : null
    },
  }
}

/** GET for `get_…`, POST for batches, operations and contexts (bk-job A.2). */
function resourceMethod(path: string): string {
  return /\/get_(?!\w+_context$)\w+$/.test(path) ? 'GET' : 'POST'
}

function createClock(base: () => number): { now: () => number; advance: (ms: number) => void } {
  let advancedMs = 0
  return {
    now: () => base() + advancedMs,
    advance: (ms) => {
      advancedMs += ms
    },
  }
}
