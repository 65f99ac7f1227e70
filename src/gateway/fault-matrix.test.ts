import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Problem, problemAnswerSchema, problemHttpStatus } from '#contract'
import { type FaultCase, hugeFaults, plainFaults, slowFaults } from './faults.fixture.ts'
import { type FaultyUpstream, startFaultyUpstream } from './faulty-upstream.fixture.ts'
import { parseFrames } from './frames.fixture.ts'
import { createTestGateway, realEnvironment, type TestGateway } from './gateway.fixture.ts'
import { createHttpCall } from './upstream/http-call.ts'

/*
 * Every upstream operation × every fault, over real connections: what the reader is told, how often upstream was asked, and
 * that neither a secret gets out nor a connection stays behind.
 */

/** One upstream operation, the request of ours that needs it, and the deployment that has it. */
interface Operation {
  readonly name: string
  readonly path: string
  readonly keys?: readonly string[]
  readonly deployment: keyof typeof deployments
}

const deployments = {
  v3: { JOBLENS_JOB_API: 'gateway-v3' },
  v4: {},
  'v4 draft': { JOBLENS_JOB_API: 'gateway-v4-ip-log' },
  esb: { JOBLENS_JOB_API: 'esb', JOBLENS_NODEMAN_API: 'esb' },
} satisfies Record<string, Record<string, string>>

const job = '/api/job-instances/biz/1'
const now = 1_790_000_000_000
const history = `${job}?from=${now - 86_400_000}&to=${now}`
const log = { path: `${job}/100/steps/200/log`, keys: ['1'] }
const instance = '/api/node-man/jobs/1111/instances/host%7Cinstance%7Chost%7C2000200210'

const operations: readonly Operation[] = [
  { deployment: 'v3', name: 'get_job_instance_list', path: history },
  { deployment: 'v3', name: 'get_job_instance_status', path: `${job}/100` },
  { deployment: 'v3', name: 'get_step_instance_status', path: `${job}/100/steps/200` },
  { deployment: 'v3', name: 'get_step_instance_detail', path: confirmation() },
  { deployment: 'v3', name: 'batch_get_job_instance_ip_log', ...log },
  { deployment: 'v4', name: 'get_job_instance_list', path: history },
  { deployment: 'v4', name: 'get_job_instance_status', path: `${job}/100/steps/200` },
  { deployment: 'v4', name: 'get_user_authorized_scopes', path: '/api/scopes' },
  { deployment: 'v4', name: 'batch_get_job_instance_execute_object_log', ...log },
  { deployment: 'v4', name: 'job_list', path: '/api/node-man/jobs' },
  { deployment: 'v4', name: 'details', path: '/api/node-man/jobs/1' },
  { deployment: 'v4', name: '/log/', path: '/api/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1/log' },
  { deployment: 'v4', name: 'task_result_detail', path: `${instance}/attempts` },
  { deployment: 'v4', name: 'task_result_detail', path: `${instance}/log?task=11111` },
  { deployment: 'v4 draft', name: 'batch_get_job_instance_ip_log', ...log },
  { deployment: 'esb', name: 'get_job_instance_list', path: history },
  { deployment: 'esb', name: 'get_job_instance_status', path: `${job}/100` },
  { deployment: 'esb', name: 'batch_get_job_instance_ip_log', ...log, keys: ['0:10.0.0.1'] },
  { deployment: 'esb', name: 'details', path: '/api/node-man/jobs/1' },
  { deployment: 'esb', name: '/log/', path: '/api/node-man/jobs/1/instances/1/log' },
]

/** A step that waits for a person is the only one whose plan is asked for. */
function confirmation(): string {
  return '/api/job-instances/biz/2/20000000011/steps/20000001102/course'
}

let upstream: FaultyUpstream
beforeAll(async () => {
  upstream = await startFaultyUpstream()
})
afterAll(() => upstream.close())

const patient = { callMs: 60_000, totalMs: 60_000, backoffMs: 1 }
const hasty = { callMs: 250, totalMs: 500, backoffMs: 1 }
const MIB = 1024 * 1024

function gatewayFor(
  deployment: keyof typeof deployments,
  timeouts = patient,
  base = upstream.url,
): TestGateway {
  const isEsb = deployment === 'esb'
  return createTestGateway({
    environment: {
      ...realEnvironment,
      JOBLENS_JOB_URL: isEsb ? base : `${base}/api/bk-job/prod`,
      JOBLENS_NODEMAN_URL: isEsb ? base : `${base}/api/bk-nodeman/prod`,
      ...deployments[deployment],
    },
    ask: createHttpCall(),
    timeouts,
    // Each case shall meet its own fault, not the rest that upstream is given after many.
    limits: { maxBytes: MIB, breaker: { leastCalls: Number.POSITIVE_INFINITY } },
  })
}

let tickets = 0
const nextTicket = () => {
  tickets += 1
  return `very-secret-ticket-${tickets}`
}

function ask({ path, keys }: Operation, gateway: TestGateway, ticket: string): Promise<Response> {
  const headers = { cookie: `bk_token=${ticket}`, 'content-type': 'application/json' }
  const body = keys === undefined ? {} : { method: 'POST', body: JSON.stringify({ keys }) }
  return gateway.get(path, { headers, ...body })
}

/** Not `isExact`: so little time that upstream may not even have been reached. */
async function meet(
  operation: Operation,
  { fault, told, tries }: FaultCase,
  gateway: TestGateway,
  isExact = true,
) {
  const ticket = nextTicket()
  upstream.rules.set(ticket, { isFor: (path) => path.includes(operation.name), fault })
  const answer = await ask(operation, gateway, ticket)
  const text = await answer.text()
  const seen = JSON.stringify([...answer.headers]) + text
  expect(seen).not.toMatch(/very-secret/)
  // Several attempts at one host are several calls.
  if (!operation.path.endsWith('/attempts')) expect(upstream.tries(ticket)).toBeLessThanOrEqual(tries)
  if (isExact && !operation.path.endsWith('/attempts')) expect(upstream.tries(ticket)).toBe(tries)
  if (told === null) expect([answer.status, text]).toEqual([200, expect.stringMatching(/./)])
  else if (Object.keys(told).length > 0) expectProblem(answer, text, told)
}

function expectProblem(answer: Response, text: string, told: Partial<Problem>): void {
  const { problem } = problemAnswerSchema.parse(JSON.parse(text))
  expect(problem).toMatchObject(told)
  expect(problem.message).toMatch(/\w/)
  expect(problem.requestId).toMatch(/\w/)
  expect(problem.system).toMatch(/^(?:job|node-man)$/)
  expect(answer.status).toBe(problemHttpStatus[problem.kind])
  expect(answer.headers.get('cache-control')).toBe('no-store')
}

/** All faults at once; a failure names the one that failed. */
async function meetAll(
  operation: Operation,
  faults: readonly FaultCase[],
  gateway: TestGateway,
): Promise<void> {
  const failures = await Promise.all(
    faults.map(async (each) => {
      const failure = await meet(operation, each, gateway).then(
        () => null,
        (error: Error) => error.message,
      )
      return failure === null ? [] : [`${each.name}: ${failure}`]
    }),
  )
  expect(failures.flat()).toEqual([])
  expect(gateway.logLines.join('\n')).not.toMatch(/very-secret/)
  expect(gateway.logLines.length).toBeGreaterThan(faults.length)
  const metrics = await (await gateway.get('/metrics')).text()
  expect(metrics).toContain(operation.deployment === 'esb' ? 'esb' : 'gateway')
  expect(metrics).not.toMatch(/very-secret/)
  expect((await ask(operation, gateway, nextTicket())).status).toBe(200)
  expect(upstream.strangers()).toBe(0)
  await expect.poll(() => upstream.unfinished(), { timeout: 10_000 }).toBe(0)
}

const titled = operations.map((operation) => [operation.deployment, operation.name, operation] as const)

test.each(titled)(
  '%s %s: every fault is told, and nothing stays behind',
  async (deployment, _name, operation) => {
    await meetAll(operation, plainFaults, gatewayFor(deployment))
  },
)

test.each(titled)('%s %s: too much is too much', async (deployment, _name, operation) => {
  await meetAll(operation, hugeFaults, gatewayFor(deployment))
})

test('whatever is slow is told in time', async () => {
  await Promise.all(
    operations.map(async (operation) => {
      const gateway = gatewayFor(operation.deployment, hasty)
      for (const each of slowFaults) await meet(operation, each, gateway, false)
      expect(gateway.logLines.join('\n')).not.toMatch(/very-secret/)
    }),
  )
  await expect.poll(() => upstream.unfinished(), { timeout: 10_000 }).toBe(0)
})

test('nobody there', async () => {
  const gone = await startFaultyUpstream()
  gone.close()
  const refused = { kind: 'upstream-down', message: 'Upstream cannot be reached (ECONNREFUSED)' } as const
  // Of a course that nobody can tell the page shows the rest.
  for (const operation of operations.filter(({ path }) => path !== confirmation())) {
    const answer = await ask(operation, gatewayFor(operation.deployment, patient, gone.url), nextTicket())
    expectProblem(answer, await answer.text(), refused)
  }
})

const logs = operations.filter(({ keys, deployment }) => keys !== undefined && deployment !== 'v4 draft')
const hosts = Array.from({ length: 41 }, (_, index) => index + 1)

/** The first host is asked for alone; what comes after meets the fault. */
test.each(logs.map((operation) => [operation.deployment, operation] as const))(
  '%s: a stream whose later calls fail says which hosts are missing, and why',
  async (deployment, operation) => {
    const keys = hosts.map((host) => (deployment === 'esb' ? `0:10.0.0.${host}` : String(host)))
    const gateway = gatewayFor(deployment)
    // Those pass: what took too long for many hosts is tried for fewer, down to one.
    const lasting = plainFaults.filter(({ told }) => told !== null && told.kind !== 'timeout')
    const failures = await Promise.all(
      lasting.map((each) =>
        breakOff({ ...operation, keys }, each, gateway).catch((error: Error) => [each.name, error]),
      ),
    )
    expect(failures.filter((failure) => failure !== null)).toEqual([])
    expect(gateway.logLines.join('\n')).not.toMatch(/very-secret/)
  },
)

async function breakOff(
  operation: Operation,
  { fault, told }: FaultCase,
  gateway: TestGateway,
): Promise<null> {
  const { name, keys = [] } = operation
  const ticket = nextTicket()
  upstream.rules.set(ticket, {
    isFor: (path, body) => path.includes(name) && hostsIn(body) > 1,
    // Until the first host is there; else a denial is one for the whole request.
    fault: async (call) => {
      await sleep(300)
      await fault(call)
    },
  })
  const answer = await ask(operation, gateway, ticket)
  const frames = parseFrames(Buffer.from(await answer.arrayBuffer()))
  const problems = frames.flatMap(({ header }) => (header.kind === 'problem' ? [header] : []))
  expect(problems.flatMap((each) => each.keys).toSorted()).toEqual(keys.slice(1).toSorted())
  for (const { problem } of problems) expect(problem).toMatchObject(told ?? {})
  expect(frames.at(-1)?.header).toMatchObject({ kind: 'end', totals: { hosts: 41, failed: 40 } })
  return null
}

function hostsIn(body: string): number {
  const { host_id_list = [], ip_list = [] } = JSON.parse(body) as Readonly<Record<string, readonly unknown[]>>
  return host_id_list.length + ip_list.length
}

/** Idle ones are kept for 4 s. */
test('no connection stays behind', async () => {
  await expect.poll(() => upstream.connections(), { timeout: 10_000 }).toBe(0)
})
