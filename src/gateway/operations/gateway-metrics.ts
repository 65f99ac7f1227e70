import type { RoomState } from '../upstream/room.ts'
import type { TransportState } from '../upstream/transport.ts'
import type { TransportTry } from '../upstream/transport-call.ts'
import type { TurnsState } from '../upstream/turns.ts'
import { eventLoopDelay } from './event-loop-delay.ts'
import { createCounter, createGauge, createHistogram, metricsText } from './metrics.ts'

/** One answered request, as metrics see it. */
interface AnsweredRequest {
  readonly operation: string
  readonly status: number
  readonly outcome: string
  readonly durationMs: number
  readonly bytes: number
}

/** Everything the gateway counts. */
export interface GatewayMetrics {
  began(): void
  ended(request: AnsweredRequest): void
  /** `generation` tells which dialect was spoken, e.g. `gateway-v4`. */
  tried(upstream: { readonly system: string; readonly generation: string }, facts: TransportTry): void
  /** The text of `/metrics`. */
  text(states: readonly TransportState[], turns: TurnsState, room: RoomState): string
}

/** In seconds. A log stream may take its time; a reader's patience ends at 25 s. */
const DURATIONS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25]

/** One set for one process. What the numbers mean to an operator is told in docs/operating.md. */
export function createGatewayMetrics(version: string): GatewayMetrics {
  let inFlight = 0
  const requests = createRequestMetrics()
  const upstream = createUpstreamMetrics()
  const loopDelay = eventLoopDelay()
  return {
    began: () => {
      inFlight += 1
    },
    ended(request) {
      inFlight -= 1
      requests.ended(request)
    },
    tried: upstream.tried,
    text: (states, turns, room) =>
      metricsText([
        ...requests.metrics,
        createGauge({ name: 'joblens_requests_in_flight', help: 'Requests not fully answered yet.' }, () => [
          [[], inFlight],
        ]),
        ...upstream.metrics,
        ...stateMetrics(states),
        ...turnMetrics(turns),
        ...roomMetrics(room),
        loopDelay,
        ...processMetrics(version),
      ]),
  }
}

function createRequestMetrics() {
  const total = createCounter({
    name: 'joblens_requests_total',
    help: 'Answered requests.',
    labels: ['operation', 'status', 'outcome'],
  })
  const seconds = createHistogram(
    {
      name: 'joblens_request_duration_seconds',
      help: 'Time from a request to the last byte of its answer.',
      labels: ['operation'],
    },
    DURATIONS,
  )
  const bytesTotal = createCounter({
    name: 'joblens_response_bytes_total',
    help: 'Bytes of answers: before compression, of files as they were sent.',
    labels: ['operation'],
  })
  return {
    metrics: [total, seconds, bytesTotal],
    ended({ operation, status, outcome, durationMs, bytes }: AnsweredRequest): void {
      total.add([operation, String(status), outcome])
      seconds.observe([operation], durationMs / 1000)
      bytesTotal.add([operation], bytes)
    },
  }
}

function createUpstreamMetrics() {
  const total = createCounter({
    name: 'joblens_upstream_calls_total',
    help: 'Tries of upstream calls; status is none when there was no answer.',
    labels: ['system', 'generation', 'operation', 'status'],
  })
  const seconds = createHistogram(
    {
      name: 'joblens_upstream_call_duration_seconds',
      help: 'Time of one try, its body included.',
      labels: ['system', 'operation'],
    },
    DURATIONS,
  )
  const bytesTotal = createCounter({
    name: 'joblens_upstream_bytes_total',
    help: 'Bytes of upstream answers, after decompression.',
    labels: ['system', 'operation'],
  })
  return {
    metrics: [total, seconds, bytesTotal],
    tried: ((upstream, { operation, status, durationMs, bytes }) => {
      const { system, generation } = upstream
      total.add([system, generation, operation, status === null ? 'none' : String(status)])
      seconds.observe([system, operation], durationMs / 1000)
      bytesTotal.add([system, operation], bytes)
    }) satisfies GatewayMetrics['tried'],
  }
}

function stateMetrics(states: readonly TransportState[]) {
  const gauge = (name: string, help: string, read: (state: TransportState) => number) =>
    createGauge({ name, help, labels: ['system'] }, () =>
      states.map((state) => [[state.system], read(state)] as const),
    )
  return [
    gauge('joblens_upstream_breaker_open', '1 while an upstream is given a rest.', ({ breaker }) =>
      breaker.isOpen ? 1 : 0,
    ),
    gauge('joblens_upstream_calls_under_way', 'Upstream calls under way.', ({ queue }) => queue.underWay),
    gauge(
      'joblens_upstream_calls_waiting',
      'Upstream calls that wait for a place.',
      ({ queue }) => queue.waiting,
    ),
  ]
}

const gauge = (name: string, help: string, value: number) => createGauge({ name, help }, () => [[[], value]])

function cpuSeconds(value: number) {
  const counter = createCounter({ name: 'process_cpu_seconds_total', help: 'Processor time.' })
  counter.add([], value)
  return counter
}

function turnMetrics({ usedBytes, untakenBytes, waiting }: TurnsState) {
  return [
    gauge('joblens_log_bytes_under_way', 'Log answers expected, or there and not yet taken.', usedBytes),
    gauge('joblens_log_bytes_untaken', 'Log answers their readers have left lying.', untakenBytes),
    gauge('joblens_log_streams_waiting', 'Log streams that wait for their turn.', waiting),
  ]
}

function roomMetrics({ usedBytes, waiting }: RoomState) {
  return [
    gauge('joblens_large_answer_bytes', 'What large answers take until browsers have them.', usedBytes),
    gauge('joblens_large_answers_waiting', 'Large answers that wait for room.', waiting),
  ]
}

function processMetrics(version: string) {
  const { rss, heapUsed, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    gauge('process_resident_memory_bytes', 'Resident memory.', rss),
    gauge('nodejs_heap_used_bytes', 'JavaScript heap in use.', heapUsed),
    gauge('nodejs_external_memory_bytes', 'Memory of buffers.', external),
    cpuSeconds((user + system) / 1e6),
    gauge('process_start_time_seconds', 'Start, in seconds since 1970.', performance.timeOrigin / 1000),
    createGauge({ name: 'joblens_build_info', help: 'Always 1.', labels: ['version', 'node'] }, () => [
      [[version, process.version], 1],
    ]),
  ]
}
