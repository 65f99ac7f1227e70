import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Problem, problemAnswerSchema, problemHttpStatus } from '#contract'
import {
  askAs,
  gatewayFor,
  leftBehind,
  nextTicket,
  type Operation,
  operations,
} from './fault-operations.fixture.ts'
import { type FaultCase, plainFaults, slowFaults } from './faults.fixture.ts'
import { type FaultyUpstream, startFaultyUpstream } from './faulty-upstream.fixture.ts'
import { parseFrames } from './frames.fixture.ts'
import type { TestGateway } from './gateway.fixture.ts'
import { hugeFaults } from './huge-faults.fixture.ts'

/*
 * Every upstream operation × every fault, over real connections: what the reader is told, how often upstream was asked, and
 * that neither a secret gets out nor a connection stays behind.
 */

let upstream: FaultyUpstream
beforeAll(async () => {
  upstream = await startFaultyUpstream()
})
/** Last of all, whatever order the tests come in: no connection stays behind, and nothing of a call or an answer. */
afterAll(async () => {
  await vi.waitFor(async () => expect(await upstream.connections()).toBe(0), { timeout: 10_000 })
  await vi.waitFor(async () => expect(await leftBehind.count()).toBe(0), { timeout: 10_000, interval: 200 })
  upstream.close()
})

const hasty = { callMs: 250, totalMs: 500, backoffMs: 1 }

/** Not `isExact`: so little time that upstream may not even have been reached. */
async function meet(operation: Operation, each: FaultCase, gateway: TestGateway, isExact = true) {
  const { fault, tries, mostBytes = Number.POSITIVE_INFINITY } = each
  const told = operation.instead === undefined ? each.told : operation.instead(each.told)
  const ticket = nextTicket()
  upstream.rules.set(ticket, { isFor: (path) => path.includes(operation.name), fault })
  const answer = await askAs(ticket, operation, gateway)
  const text = await answer.text()
  const seen = JSON.stringify([...answer.headers]) + text
  expect(seen).not.toMatch(/very-secret/)
  const { isMany = false } = operation
  if (!isMany) expect(upstream.tries(ticket)).toBeLessThanOrEqual(tries)
  if (isExact && !isMany) expect(upstream.tries(ticket)).toBe(tries)
  if (told === null) expect([answer.status, text]).toEqual([200, expect.stringMatching(/./)])
  else expectProblem(answer, text, told)
  expect(await upstream.mostBytes(ticket)).toBeLessThanOrEqual(mostBytes)
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

/** All faults at once, refusals after them; a failure names the one that failed. */
async function meetAll(
  operation: Operation,
  faults: readonly FaultCase[],
  gateway: TestGateway,
): Promise<void> {
  const failuresOf = async (some: readonly FaultCase[]) => {
    const met = await Promise.all(
      some.map(async (each) => {
        const failure = await meet(operation, each, gateway).then(
          () => null,
          (error: Error) => error.message,
        )
        return failure === null ? [] : [`${each.name}: ${failure}`]
      }),
    )
    return met.flat()
  }
  // A call that is not granted to the app is not asked for again for a minute.
  const isRefusal = ({ told }: FaultCase) => told?.kind === 'app-denied'
  const failures = await failuresOf(faults.filter((each) => !isRefusal(each)))
  failures.push(...(await failuresOf(faults.filter(isRefusal))))
  expect(failures).toEqual([])
  expect(gateway.logLines.join('\n')).not.toMatch(/very-secret/)
  expect(gateway.logLines.length).toBeGreaterThan(faults.length)
  const metrics = await (await gateway.get('/metrics')).text()
  expect(metrics).toContain(operation.deployment === 'esb' ? 'esb' : 'gateway')
  expect(metrics).not.toMatch(/very-secret/)
  expect((await askAs(nextTicket(), operation, gateway)).status).toBe(200)
  expect(upstream.strangers()).toBe(0)
  await expect.poll(() => upstream.unfinished(), { timeout: 10_000 }).toBe(0)
}

const titled = operations.map((operation) => {
  const { deployment, name, path } = operation
  return [deployment, name, path.split('?')[0], operation] as const
})

test.each(titled)(
  '%s %s for %s: every fault is told, and nothing stays behind',
  async (deployment, _name, _path, operation) => {
    await meetAll(operation, plainFaults, gatewayFor(deployment, upstream.url))
  },
)

test.each(titled)('%s %s for %s: too much is too much', async (deployment, _name, _path, operation) => {
  await meetAll(operation, hugeFaults, gatewayFor(deployment, upstream.url))
})

test('whatever is slow is told in time', async () => {
  // What is asked instead would have as little time, and a busy machine needs more.
  const untold = operations.filter(({ instead }) => instead?.({ kind: 'timeout' }) !== null)
  await Promise.all(
    untold.map(async (operation) => {
      const gateway = gatewayFor(operation.deployment, upstream.url, hasty)
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
  for (const operation of operations.filter(({ path }) => !path.endsWith('/course'))) {
    const answer = await askAs(nextTicket(), operation, gatewayFor(operation.deployment, gone.url))
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
    const gateway = gatewayFor(deployment, upstream.url)
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
  // Until the first host is there; else a denial is one for the whole request.
  let begin = () => {}
  const hasBegun = new Promise<void>((resolve) => {
    begin = resolve
  })
  upstream.rules.set(ticket, {
    isFor: (path, body) => path.includes(name) && hostsIn(body) > 1,
    fault: async (call) => {
      await hasBegun
      await fault(call)
    },
  })
  const answer = await askAs(ticket, operation, gateway)
  begin()
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
