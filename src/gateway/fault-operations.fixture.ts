import type { Problem } from '#contract'
import type { FaultyUpstream } from './faulty-upstream.fixture.ts'
import { createTestGateway, realEnvironment, type TestGateway } from './gateway.fixture.ts'
import { createLeftBehind, watchedCall } from './left-behind.fixture.ts'
import { createHttpCall } from './upstream/http-call.ts'

/** One upstream operation, the request of ours that needs it, and the deployment that has it. */
export interface Operation {
  readonly name: string
  readonly path: string
  readonly keys?: readonly string[]
  readonly deployment: keyof typeof deployments
  /** What is told of a failure of this operation, where that is not the failure itself; null: the rest of the answer. */
  readonly instead?: (told: Partial<Problem> | null) => Partial<Problem> | null
  /** One request of ours makes several of these calls. */
  readonly isMany?: boolean
}

const deployments = {
  v3: { JOBLENS_JOB_API: 'gateway-v3' },
  v4: {},
  'v4 draft': { JOBLENS_JOB_API: 'gateway-v4-ip-log' },
  esb: { JOBLENS_JOB_API: 'esb', JOBLENS_NODEMAN_API: 'esb' },
  'node-man 1': { JOBLENS_NODEMAN_LOG_PATH: '/open/api/job/{id}/log/' },
} satisfies Record<string, Record<string, string>>

const job = '/api/job-instances/biz/1'
const now = 1_790_000_000_000
const history = `${job}?from=${now - 86_400_000}&to=${now}`
const step = `${job}/100/steps/200`
const log = { path: `${step}/log`, keys: ['1'] }
const host = '/api/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1'
const retried = '/api/node-man/jobs/1111/instances/host%7Cinstance%7Chost%7C2000200210'

/** A step that waits for a person is the only one whose plan is asked for. */
const confirmation = '/api/job-instances/biz/2/20000000011/steps/20000001102/course'

/** Of a course that nobody can tell the page shows the rest. */
const restOfCourse = (told: Partial<Problem> | null) =>
  told?.kind === 'upstream-down' || told?.kind === 'app-denied' ? null : told

/** What the app may not ask of a step is picked out of its job instance. */
const stepOfJob = (told: Partial<Problem> | null) => (told?.kind === 'app-denied' ? null : told)

/** Where it cannot tell attempts apart the whole step is shown, from another call. */
const wholeStep = () => null

/** Every operation of every generation. */
export const operations: readonly Operation[] = [
  { deployment: 'v3', name: 'get_job_instance_list', path: history },
  { deployment: 'v3', name: 'get_job_instance_status', path: `${job}/100` },
  { deployment: 'v3', name: 'get_step_instance_status', path: step, instead: stepOfJob },
  {
    deployment: 'v3',
    name: 'get_step_instance_status',
    path: `${step}/course`,
    isMany: true,
    instead: restOfCourse,
  },
  { deployment: 'v3', name: 'get_step_instance_detail', path: confirmation },
  { deployment: 'v3', name: 'batch_get_job_instance_ip_log', ...log },
  { deployment: 'v4', name: 'get_job_instance_list', path: history },
  { deployment: 'v4', name: 'get_job_instance_status', path: `${job}/100` },
  { deployment: 'v4', name: 'get_job_instance_status', path: step },
  {
    deployment: 'v4',
    name: 'get_step_instance_status',
    path: `${step}?executeCount=0`,
    instead: wholeStep,
  },
  { deployment: 'v4', name: 'get_user_authorized_scopes', path: '/api/scopes' },
  { deployment: 'v4', name: 'batch_get_job_instance_execute_object_log', ...log },
  { deployment: 'v4', name: 'job_list', path: '/api/node-man/jobs' },
  { deployment: 'v4', name: 'job_list', path: `${retried}/attempts` },
  { deployment: 'v4', name: 'details', path: '/api/node-man/jobs/1' },
  { deployment: 'v4', name: '/log/', path: `${host}/log` },
  { deployment: 'v4', name: 'task_result_detail', path: `${retried}/attempts`, isMany: true },
  { deployment: 'v4', name: 'task_result_detail', path: `${retried}/log?task=11111` },
  { deployment: 'v4 draft', name: 'batch_get_job_instance_ip_log', ...log },
  { deployment: 'esb', name: 'get_job_instance_list', path: history },
  { deployment: 'esb', name: 'get_job_instance_status', path: `${job}/100` },
  { deployment: 'esb', name: 'batch_get_job_instance_ip_log', ...log, keys: ['0:10.0.0.1'] },
  { deployment: 'esb', name: 'details', path: '/api/node-man/jobs/1' },
  { deployment: 'esb', name: '/log/', path: '/api/node-man/jobs/1/instances/1/log' },
  { deployment: 'node-man 1', name: '/open/api/job/1/details', path: '/api/node-man/jobs/1' },
  { deployment: 'node-man 1', name: '/open/api/job/1/log', path: `${host}/log` },
]

const patient = { callMs: 60_000, totalMs: 60_000, backoffMs: 1 }

/** No answer of the sandbox to these operations is larger. */
const MOST_BYTES = 1024 * 1024

/** Whatever was needed for one call or one answer through these gateways. */
export const leftBehind = createLeftBehind()

/** A gateway over HTTP, in front of the upstream at `base`. */
export function gatewayFor(
  deployment: Operation['deployment'],
  base: FaultyUpstream['url'],
  timeouts = patient,
): TestGateway {
  const isEsb = deployment === 'esb'
  return createTestGateway({
    environment: {
      ...realEnvironment,
      JOBLENS_JOB_URL: isEsb ? base : `${base}/api/bk-job/prod`,
      JOBLENS_NODEMAN_URL: isEsb ? base : `${base}/api/bk-nodeman/prod`,
      ...deployments[deployment],
    },
    ask: watchedCall(createHttpCall(), leftBehind),
    timeouts,
    // Each case shall meet its own fault, not the rest that upstream is given after many.
    limits: { maxBytes: MOST_BYTES, breaker: { leastCalls: Number.POSITIVE_INFINITY } },
  })
}

let tickets = 0

/** Another user each time: a fault is for one of them. */
export function nextTicket(): string {
  tickets += 1
  return `very-secret-ticket-${tickets}`
}

/** The request of ours that makes the call. */
export async function askAs(
  ticket: string,
  { path, keys }: Operation,
  gateway: TestGateway,
): Promise<Response> {
  const headers = { cookie: `bk_token=${ticket}`, 'content-type': 'application/json' }
  const body = keys === undefined ? {} : { method: 'POST', body: JSON.stringify({ keys }) }
  const answer = await gateway.get(path, { headers, ...body })
  leftBehind.watch(answer)
  return answer
}
